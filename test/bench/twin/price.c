#include <math.h>

#include "kernel.h"

static const double h100_peak = 1.979e15;

void start_prices(const Plan *plan, Run *run, const double *values) {
  for (int g = 0; g < plan->counts.generations; g++) {
    const Generation *generation = &plan->generations[g];
    GenerationState *state = &run->generations[g];
    const double *watts = input(values, generation->watts);
    const double *peak8 = input(values, generation->peak8);
    const double *decline = input(values, generation->decline);
    EACH_LANE(l) {
      state->chips_per_mw[l] = watts[l] > 0 ? 1e6 / watts[l] : 0;
      state->h100_per_mw[l] = state->chips_per_mw[l] * (peak8[l] / h100_peak);
      state->monthly[l] = pow(positive(1 - decline[l]), 1.0 / 12);
    }
    state->steady_from = highest(input(values, generation->as_of)) + 1;
  }
}

/* list * (1 - d)^years; after the first month of a decline a multiplication does for the power. */
static void step_base(const Generation *generation, GenerationState *state, const double *values, int m) {
  const double *list = input(values, generation->list);
  const double *as_of = input(values, generation->as_of);
  const double *decline = input(values, generation->decline);
  if (m > 0 && m >= state->steady_from) {
    EACH_LANE(l) state->base[l] *= state->monthly[l];
    return;
  }
  EACH_LANE(l) {
    double elapsed = m - as_of[l];
    if (elapsed <= 0) state->base[l] = list[l];
    else if (m == 0 || elapsed < 1) state->base[l] = list[l] * pow(positive(1 - decline[l]), elapsed / 12);
    else state->base[l] *= state->monthly[l];
  }
}

void step_prices(const Plan *plan, Run *run, const double *values, int m) {
  for (int g = 0; g < plan->counts.generations; g++) {
    const Generation *generation = &plan->generations[g];
    GenerationState *state = &run->generations[g];
    const double *discount = input(values, generation->discount);
    const double *floor = input(values, generation->floor);
    step_base(generation, state, values, m);
    EACH_LANE(l) {
      state->price[l] = larger(state->base[l] * (1 - discount[l]), floor[l]);
      state->mwh_price[l] = state->price[l] * state->chips_per_mw[l];
    }
  }
}
