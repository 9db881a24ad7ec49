/* Structure of arrays: every quantity is one array over the draws of a block. LANES is set by the compiler's caller. */
#ifndef LANES_H
#define LANES_H

#include "plan.h"

typedef double Lanes[LANES] __attribute__((aligned(64)));

#define EACH_LANE(l) for (int l = 0; l < LANES; l++)

/* The values of one input over the lanes of the block. */
static inline const double *input(const double *values, Slot slot) { return values + (long)slot * LANES; }

static inline double smaller(double a, double b) { return a < b ? a : b; }

static inline double larger(double a, double b) { return a > b ? a : b; }

static inline double positive(double a) { return a > 0 ? a : 0; }

static inline double lowest(const double *a) {
  double least = a[0];
  EACH_LANE(l) least = smaller(least, a[l]);
  return least;
}

static inline double highest(const double *a) {
  double most = a[0];
  EACH_LANE(l) most = larger(most, a[l]);
  return most;
}

#endif
