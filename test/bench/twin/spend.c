#include <string.h>

#include "kernel.h"

void start_spend(const Deal *deal, DealState *state, const double *values) {
  Spend *spend = &state->spend;
  const double *usage = input(values, deal->terms.usage);
  const double *eligible = input(values, deal->terms.eligible);
  EACH_LANE(l) {
    double all = 1;
    double counted = eligible[l];
    for (int s = 0; s < deal->terms.services; s++) {
      double share = input(values, deal->services[s].share)[l];
      all += share;
      counted += share * input(values, deal->services[s].eligible)[l];
    }
    double billed = deal->terms.is_reserved ? 1 : usage[l];
    spend->total_factor[l] = all * billed;
    spend->eligible_factor[l] = counted * billed;
  }
}

void step_spend(const Plan *plan, const Run *run, const Deal *deal, DealState *state, const double *values, int m) {
  Spend *spend = &state->spend;
  const double *discount = input(values, deal->terms.discount);
  double half_hours = plan->hours[m] / 2;
  memset(spend->total, 0, sizeof(Lanes));
  for (int g = 0; g < deal->terms.members; g++) {
    const Member *member = &state->fleet.members[g];
    const double *price = run->generations[deal->members[g].generation].mwh_price;
    EACH_LANE(l) spend->total[l] += (member->before[l] + member->power[l]) * price[l];
  }
  EACH_LANE(l) {
    double accelerators = spend->total[l] * (1 - discount[l]) * half_hours;
    spend->total[l] = accelerators * spend->total_factor[l];
    spend->eligible[l] = accelerators * spend->eligible_factor[l];
  }
}

void step_bill(DealState *state) {
  const Commitment *commitment = &state->commitment;
  Spend *spend = &state->spend;
  EACH_LANE(l) {
    spend->billed[l] = spend->total[l] + commitment->shortfall[l] - commitment->make_up_used[l];
  }
}
