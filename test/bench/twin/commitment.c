#include <math.h>
#include <string.h>

#include "kernel.h"

static void add_lot(Lots *lots, int l, int month, double amount) {
  int place = lots->end[l] * LANES + l;
  lots->amounts[place] = amount;
  lots->months[place] = month;
  lots->end[l]++;
}

/* Drops what is older than the limit and adds up the rest. */
static double usable_lots(Lots *lots, int l, int month, double limit) {
  while (lots->first[l] < lots->end[l] && month - lots->months[lots->first[l] * LANES + l] > limit) lots->first[l]++;
  double sum = 0;
  for (int i = lots->first[l]; i < lots->end[l]; i++) sum += lots->amounts[i * LANES + l];
  return sum;
}

static void take_lots(Lots *lots, int l, double amount) {
  while (amount > 0 && lots->first[l] < lots->end[l]) {
    double *lot = &lots->amounts[lots->first[l] * LANES + l];
    double taken = smaller(amount, *lot);
    *lot -= taken;
    amount -= taken;
    if (*lot <= 0) lots->first[l]++;
  }
}

static void clear_lots(Lots *lots) {
  memset(lots->first, 0, sizeof lots->first);
  memset(lots->end, 0, sizeof lots->end);
}

/* Committed by the end of the month before `month`: annual shares, even within each slice of the term. */
static void committed_by(const Deal *deal, Commitment *commitment, const double *values, int month, double *out) {
  const double *amount = input(values, deal->terms.amount);
  int slices = deal->terms.slices;
  EACH_LANE(l) {
    double x = (month - commitment->begins[l]) / commitment->months[l];
    double total = commitment->before_slice[slices][l];
    double fraction = x;
    if (total > 0 && x > 0 && x < 1) {
      int slice = (int)(x * slices);
      double share = input(values, deal->slices[slice])[l];
      fraction = (commitment->before_slice[slice][l] + share * (x * slices - slice)) / total;
    }
    out[l] = amount[l] * (x <= 0 ? 0 : x >= 1 ? 1 : fraction);
  }
}

void start_commitment(const Deal *deal, DealState *state, const double *values) {
  Commitment *commitment = &state->commitment;
  const double *begins = input(values, deal->terms.begins);
  const double *term = input(values, deal->terms.term);
  memset(commitment->before_slice[0], 0, sizeof(Lanes));
  for (int i = 0; i < deal->terms.slices; i++) {
    const double *share = input(values, deal->slices[i]);
    EACH_LANE(l) commitment->before_slice[i + 1][l] = commitment->before_slice[i][l] + share[l];
  }
  EACH_LANE(l) {
    double begin = floor(begins[l]);
    double months = larger(1, term[l]);
    double last = begin + ceil(months) - 1;
    commitment->begins[l] = begin;
    commitment->months[l] = months;
    commitment->last_month[l] = last;
    commitment->next_settlement[l] = smaller(begin + 12 * larger(0, floor(-begin / 12)) + 11, last);
  }
  commitment->earliest_settlement = lowest(commitment->next_settlement);
  committed_by(deal, commitment, values, 0, commitment->to_date);
  memset(commitment->running_committed, 0, sizeof(Lanes));
  memset(commitment->running_eligible, 0, sizeof(Lanes));
  memset(commitment->on_account, 0, sizeof(Lanes));
  memset(commitment->shortfall, 0, sizeof(Lanes));
  memset(commitment->make_up_used, 0, sizeof(Lanes));
  clear_lots(&commitment->carry);
  clear_lots(&commitment->make_up);
  commitment->was_settled = false;
  commitment->has_account = false;
}

static void settle(const Terms *terms, Commitment *commitment, const double *values, int l, int m) {
  double carry_limit = input(values, terms->carry_limit)[l];
  double carry_months = input(values, terms->carry_months)[l];
  double make_up_months = input(values, terms->make_up_months)[l];
  double due = input(values, terms->take_or_pay)[l] * commitment->running_committed[l];
  double taken = commitment->running_eligible[l];
  if (taken < due) {
    double usable = usable_lots(&commitment->carry, l, m, carry_months);
    double carried = smaller(usable, smaller(carry_limit * due, due - taken));
    take_lots(&commitment->carry, l, carried);
    double missing = due - taken - carried;
    commitment->shortfall[l] = missing;
    if (missing > 0 && make_up_months > 0) add_lot(&commitment->make_up, l, m, missing);
  } else {
    double redeemed = smaller(usable_lots(&commitment->make_up, l, m, make_up_months), taken - due);
    take_lots(&commitment->make_up, l, redeemed);
    commitment->on_account[l] += redeemed;
    if (redeemed > 0) commitment->has_account = true;
    double excess = taken - due - redeemed;
    if (excess > 0 && carry_limit > 0 && carry_months > 0) add_lot(&commitment->carry, l, m, excess);
  }
  commitment->running_committed[l] = 0;
  commitment->running_eligible[l] = 0;
}

static void settle_all(const Deal *deal, Commitment *commitment, const double *values, int m) {
  EACH_LANE(l) {
    if (m != commitment->next_settlement[l]) continue;
    settle(&deal->terms, commitment, values, l, m);
    double last = commitment->last_month[l];
    commitment->next_settlement[l] = m == last ? INFINITY : smaller(m + 12, last);
  }
  commitment->earliest_settlement = lowest(commitment->next_settlement);
  commitment->was_settled = true;
}

void step_commitment(const Deal *deal, DealState *state, const double *values, int m) {
  Commitment *commitment = &state->commitment;
  const Spend *spend = &state->spend;
  committed_by(deal, commitment, values, m + 1, commitment->flow);
  EACH_LANE(l) {
    double now = commitment->flow[l];
    commitment->flow[l] = now - commitment->to_date[l];
    commitment->to_date[l] = now;
  }
  if (commitment->was_settled) memset(commitment->shortfall, 0, sizeof(Lanes));
  commitment->was_settled = false;
  EACH_LANE(l) {
    bool runs = m >= commitment->begins[l] && m <= commitment->last_month[l];
    commitment->running_committed[l] += runs ? commitment->flow[l] : 0;
    commitment->running_eligible[l] += runs ? spend->eligible[l] : 0;
  }
  if (m >= commitment->earliest_settlement) settle_all(deal, commitment, values, m);
  if (!commitment->has_account) return;
  EACH_LANE(l) {
    commitment->make_up_used[l] = smaller(commitment->on_account[l], spend->total[l]);
    commitment->on_account[l] -= commitment->make_up_used[l];
  }
}
