#include <math.h>
#include <string.h>

#include "kernel.h"

/* Share of what retires below which the rest of a generation is rounding. */
static const double rounding = 1e-12;

/* exp(k (midpoint - t)) with t = month + 1, and k the steepness that goes from a tenth to nine tenths in the take-over. */
static void start_take_over(const TakeOver *terms, Member *member, const double *values) {
  const double *midpoint = input(values, terms->midpoint);
  const double *takeover = input(values, terms->takeover);
  EACH_LANE(l) {
    double steepness = 2 * log(9) / takeover[l];
    member->per_month[l] = exp(-steepness);
    member->odds[l] = exp(steepness * midpoint[l]);
    member->middle_month[l] = larger(0, ceil(midpoint[l] - 1));
    member->middle_odds[l] = exp(steepness * (midpoint[l] - 1 - member->middle_month[l]));
  }
}

void start_fleet(const Plan *plan, const Deal *deal, DealState *state, const double *values) {
  Fleet *fleet = &state->fleet;
  for (int g = 0; g < deal->terms.members; g++) {
    const TakeOver *terms = &deal->members[g];
    const double *life = input(values, plan->generations[terms->generation].life);
    Member *member = &fleet->members[g];
    member->shortest_life = plan->counts.months;
    EACH_LANE(l) {
      member->life[l] = (int)smaller(plan->counts.months, larger(1, floor(life[l] + 0.5)));
      if (member->life[l] < member->shortest_life) member->shortest_life = member->life[l];
    }
    memset(member->installed, 0, sizeof(Lanes) * plan->counts.months);
    if (g > 0) start_take_over(terms, member, values);
  }
  memset(fleet->unfilled, 0, sizeof(Lanes));
  fleet->has_moved = false;
}

/* Power to be filled: growth, what retires, what waited. Says whether there is any. */
static bool free_power(const Deal *deal, DealState *state, int m) {
  Fleet *fleet = &state->fleet;
  EACH_LANE(l) fleet->to_fill[l] = state->capacity.growth[l] + fleet->unfilled[l];
  for (int g = 0; g < deal->terms.members; g++) {
    Member *member = &fleet->members[g];
    member->has_retired = m >= member->shortest_life;
    if (!member->has_retired) continue;
    EACH_LANE(l) {
      int from = m - member->life[l];
      member->retired[l] = from < 0 ? 0 : member->installed[from * LANES + l];
      fleet->to_fill[l] += member->retired[l];
    }
  }
  return highest(fleet->to_fill) > 0;
}

static void give_to_newest(const Plan *plan, const Deal *deal, Fleet *fleet, const double *values, int l, int m) {
  int newest = -1;
  double since = 0;
  for (int g = 0; g < deal->terms.members; g++) {
    double available = input(values, plan->generations[deal->members[g].generation].available)[l];
    if (m < available || (newest >= 0 && available < since)) continue;
    newest = g;
    since = available;
  }
  fleet->can_fill[l] = newest >= 0;
  if (newest >= 0) fleet->members[newest].share[l] = 1;
}

/* Each generation hands over to the next as far as that is available; shares of missing ones go to the others. */
static void share_out(const Plan *plan, const Deal *deal, Fleet *fleet, const double *values, int m) {
  int members = deal->terms.members;
  EACH_LANE(l) fleet->members[0].share[l] = 1;
  for (int g = 1; g < members; g++) {
    Member *older = &fleet->members[g - 1];
    Member *newer = &fleet->members[g];
    const double *available = input(values, plan->generations[deal->members[g].generation].available);
    EACH_LANE(l) {
      double reached = older->share[l];
      double taken = m >= available[l] ? 1 / (1 + newer->odds[l]) : 0;
      newer->share[l] = reached * taken;
      older->share[l] = reached * (1 - taken);
    }
  }
  memset(fleet->total_share, 0, sizeof(Lanes));
  for (int g = 0; g < members; g++) {
    Member *member = &fleet->members[g];
    const double *available = input(values, plan->generations[deal->members[g].generation].available);
    EACH_LANE(l) {
      member->share[l] = m >= available[l] ? member->share[l] : 0;
      fleet->total_share[l] += member->share[l];
    }
  }
  for (int g = 0; g < members; g++) {
    EACH_LANE(l) {
      fleet->members[g].share[l] *= fleet->total_share[l] > 0 ? 1 / fleet->total_share[l] : 1;
    }
  }
  EACH_LANE(l) {
    if (fleet->total_share[l] > 0) fleet->can_fill[l] = 1;
    else give_to_newest(plan, deal, fleet, values, l, m);
  }
}

static void move(Member *member, const Fleet *fleet, int m) {
  double *installed = member->installed + m * LANES;
  memcpy(member->before, member->power, sizeof(Lanes));
  if (member->has_retired) {
    EACH_LANE(l) {
      double left = member->power[l] - member->retired[l];
      member->power[l] = left > rounding * member->retired[l] ? left : 0;
    }
  }
  EACH_LANE(l) {
    double added = fleet->to_fill[l] * member->share[l];
    installed[l] += added;
    member->power[l] += added;
  }
}

/* What ran before the start is shared out like month 0 and ages from it. */
static void open_fleet(const Deal *deal, DealState *state) {
  Fleet *fleet = &state->fleet;
  const double *opening = state->capacity.it_before;
  for (int g = 0; g < deal->terms.members; g++) {
    Member *member = &fleet->members[g];
    EACH_LANE(l) member->power[l] = opening[l] * member->share[l];
    memcpy(member->installed, member->power, sizeof(Lanes));
  }
  EACH_LANE(l) fleet->to_fill[l] += fleet->can_fill[l] == 0 ? opening[l] : 0;
}

static void step_take_over(Member *member, int m) {
  EACH_LANE(l) {
    double odds = member->odds[l] * member->per_month[l];
    member->odds[l] = m == member->middle_month[l] ? member->middle_odds[l] : odds;
  }
}

void step_fleet(const Plan *plan, const Run *run, const Deal *deal, DealState *state, const double *values, int m) {
  Fleet *fleet = &state->fleet;
  for (int g = 1; g < deal->terms.members; g++) step_take_over(&fleet->members[g], m);
  bool moves = free_power(deal, state, m) || m == 0;
  fleet->has_changed = moves || fleet->has_moved;
  if (moves) {
    share_out(plan, deal, fleet, values, m);
    if (m == 0) open_fleet(deal, state);
    for (int g = 0; g < deal->terms.members; g++) move(&fleet->members[g], fleet, m);
    EACH_LANE(l) fleet->unfilled[l] = fleet->can_fill[l] == 0 ? fleet->to_fill[l] : 0;
  } else if (fleet->has_moved) {
    for (int g = 0; g < deal->terms.members; g++) {
      memcpy(fleet->members[g].before, fleet->members[g].power, sizeof(Lanes));
    }
  }
  fleet->has_moved = moves;
  if (!fleet->has_changed) return;
  memset(fleet->h100, 0, sizeof(Lanes));
  for (int g = 0; g < deal->terms.members; g++) {
    const double *per_mw = run->generations[deal->members[g].generation].h100_per_mw;
    EACH_LANE(l) fleet->h100[l] += fleet->members[g].power[l] * per_mw[l];
  }
}
