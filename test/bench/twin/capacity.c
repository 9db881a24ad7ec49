#include <math.h>
#include <string.h>

#include "kernel.h"

static void power_at(const Phase *phase, const PhaseState *state, const double *values, int month, double *out) {
  const double *stated = input(values, phase->power);
  const double *ramp = input(values, phase->ramp);
  const double *cancelled = input(values, phase->cancelled);
  EACH_LANE(l) {
    double elapsed = month + 1 - state->start[l];
    double x = elapsed / ramp[l];
    double share = phase->shape == SHAPE_STEP ? 1 : phase->shape == SHAPE_LINEAR ? x : x * x * (3 - 2 * x);
    double power = elapsed >= ramp[l] ? stated[l] : stated[l] * share;
    out[l] = elapsed <= 0 || cancelled[l] >= 0.5 ? 0 : power;
  }
}

void start_capacity(const Deal *deal, DealState *state, const double *values) {
  Capacity *capacity = &state->capacity;
  const double *shared_slip = input(values, deal->terms.slip);
  const double *ceiling = input(values, deal->terms.ceiling);
  const double *is_facility_basis = input(values, deal->terms.is_facility_basis);
  const double *pue = input(values, deal->terms.pue);
  memset(capacity->opening, 0, sizeof(Lanes));
  for (int p = 0; p < deal->terms.phases; p++) {
    const Phase *phase = &deal->phases[p];
    PhaseState *own = &state->phases[p];
    const double *energise = input(values, phase->energise);
    const double *slip = input(values, phase->slip);
    EACH_LANE(l) own->start[l] = energise[l] + slip[l] + shared_slip[l];
    double longest = positive(highest(input(values, phase->ramp)));
    own->first_month = (int)floor(lowest(own->start)) - 1;
    own->full_month = (int)ceil(highest(own->start) + longest) + 1;
    power_at(phase, own, values, -1, own->opening);
    EACH_LANE(l) capacity->opening[l] += own->opening[l];
  }
  EACH_LANE(l) {
    capacity->opening[l] = smaller(ceiling[l], capacity->opening[l]);
    capacity->factor[l] = is_facility_basis[l] >= 0.5 ? 1 / larger(pue[l], 1e-9) : 1;
    capacity->it[l] = capacity->opening[l] * capacity->factor[l];
  }
}

void step_capacity(const Deal *deal, DealState *state, const double *values, int m) {
  Capacity *capacity = &state->capacity;
  const double *ceiling = input(values, deal->terms.ceiling);
  bool has_changed = m == 0;
  for (int p = 0; p < deal->terms.phases; p++) {
    PhaseState *own = &state->phases[p];
    if (m > 0 && (m < own->first_month || m > own->full_month)) continue;
    power_at(&deal->phases[p], own, values, m, own->power);
    has_changed = true;
  }
  if (has_changed) {
    memset(capacity->online, 0, sizeof(Lanes));
    for (int p = 0; p < deal->terms.phases; p++) {
      EACH_LANE(l) capacity->online[l] += state->phases[p].power[l];
    }
    EACH_LANE(l) capacity->online[l] = smaller(ceiling[l], capacity->online[l]);
  }
  EACH_LANE(l) {
    double now = capacity->online[l] * capacity->factor[l];
    capacity->it_before[l] = capacity->it[l];
    capacity->growth[l] = positive(now - capacity->it[l]);
    capacity->it[l] = now;
  }
}
