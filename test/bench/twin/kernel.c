/* A twin of the kernel: the rules of shared/engine/CONVENTIONS.md as far as the synthetic deal book needs them. */
#include "kernel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static void *zeroed(size_t count, size_t size) {
  size_t bytes = (count * size + 63) / 64 * 64;
  void *memory = aligned_alloc(64, bytes > 0 ? bytes : 64);
  if (memory == NULL) abort();
  return memset(memory, 0, bytes);
}

static void create_lots(Lots *lots, int most) {
  lots->amounts = zeroed(most, sizeof(Lanes));
  lots->months = zeroed(most, sizeof(int32_t) * LANES);
}

static void create_deal(const Plan *plan, const Deal *deal, DealState *state) {
  int settlements = plan->counts.months / 12 + 2;
  state->phases = zeroed(deal->terms.phases, sizeof(PhaseState));
  state->fleet.members = zeroed(deal->terms.members, sizeof(Member));
  for (int g = 0; g < deal->terms.members; g++) {
    state->fleet.members[g].installed = zeroed(plan->counts.months, sizeof(Lanes));
  }
  state->commitment.before_slice = zeroed(deal->terms.slices + 1, sizeof(Lanes));
  create_lots(&state->commitment.carry, settlements);
  create_lots(&state->commitment.make_up, settlements);
  state->capital.instruments = zeroed(deal->terms.instruments, sizeof(InstrumentState));
}

/* The memory of a run lasts as long as the program. */
Run *create_run(const Plan *plan) {
  Run *run = zeroed(1, sizeof(Run));
  run->generations = zeroed(plan->counts.generations, sizeof(GenerationState));
  run->deals = zeroed(plan->counts.deals, sizeof(DealState));
  for (int d = 0; d < plan->counts.deals; d++) create_deal(plan, &plan->deals[d], &run->deals[d]);
  for (int i = 0; i < MEASURES; i++) run->results[i] = zeroed(plan->counts.months, sizeof(Lanes));
  return run;
}

static void start(const Plan *plan, Run *run, const double *values) {
  start_prices(plan, run, values);
  for (int d = 0; d < plan->counts.deals; d++) {
    const Deal *deal = &plan->deals[d];
    DealState *state = &run->deals[d];
    start_capacity(deal, state, values);
    start_fleet(plan, deal, state, values);
    start_spend(deal, state, values);
    start_commitment(deal, state, values);
    start_capital(deal, state, values);
  }
  memset(run->capital_paid, 0, sizeof(Lanes));
  memset(run->billed, 0, sizeof(Lanes));
  memset(run->provider_cash, 0, sizeof(Lanes));
}

/* Adds what a deal contributes to the totals of the month, and to those that run on. */
static void add_deal(const Deal *deal, const DealState *state, Run *run, const double *values, int m) {
  const double *margin = input(values, deal->terms.margin);
  const double *capex = input(values, deal->terms.capex);
  double *online = run->results[CAPACITY_ONLINE] + m * LANES;
  double *h100 = run->results[COMPUTE_H100E] + m * LANES;
  double *billed = run->results[SPEND_BILLED] + m * LANES;
  double *shortfall = run->results[COMMITMENT_SHORTFALL] + m * LANES;
  double *capital = run->results[CAPITAL_CUMULATIVE] + m * LANES;
  EACH_LANE(l) online[l] += state->capacity.online[l];
  EACH_LANE(l) h100[l] += state->fleet.h100[l];
  EACH_LANE(l) billed[l] += state->spend.billed[l];
  EACH_LANE(l) shortfall[l] += state->commitment.shortfall[l];
  EACH_LANE(l) capital[l] += state->capital.to_date[l];
  EACH_LANE(l) run->capital_paid[l] += state->capital.paid[l];
  EACH_LANE(l) {
    double income = margin[l] * state->spend.billed[l];
    run->provider_cash[l] += income - capex[l] * state->capacity.growth[l] - state->capital.paid[l];
  }
}

static void record_totals(Run *run, int m) {
  const double *billed = run->results[SPEND_BILLED] + m * LANES;
  double *recycled = run->results[RECYCLED_SHARE] + m * LANES;
  EACH_LANE(l) run->billed[l] += billed[l];
  EACH_LANE(l) recycled[l] = run->billed[l] > 0 ? smaller(1, run->capital_paid[l] / run->billed[l]) : NAN;
  memcpy(run->results[SPEND_BILLED_CUMULATIVE] + m * LANES, run->billed, sizeof(Lanes));
  memcpy(run->results[PROVIDER_CASH_CUMULATIVE] + m * LANES, run->provider_cash, sizeof(Lanes));
}

void run_block(const Plan *plan, Run *run, const double *values) {
  start(plan, run, values);
  for (int m = 0; m < plan->counts.months; m++) {
    for (int i = 0; i < MEASURES; i++) memset(run->results[i] + m * LANES, 0, sizeof(Lanes));
    step_prices(plan, run, values, m);
    for (int d = 0; d < plan->counts.deals; d++) {
      const Deal *deal = &plan->deals[d];
      DealState *state = &run->deals[d];
      step_capacity(deal, state, values, m);
      step_fleet(plan, run, deal, state, values, m);
      step_spend(plan, run, deal, state, values, m);
      step_commitment(deal, state, values, m);
      step_bill(state);
      step_capital(deal, state, values, m);
      add_deal(deal, state, run, values, m);
    }
    record_totals(run, m);
  }
}
