#include <math.h>
#include <string.h>

#include "kernel.h"

void start_capital(const Deal *deal, DealState *state, const double *values) {
  Capital *capital = &state->capital;
  memset(capital->to_date, 0, sizeof(Lanes));
  for (int i = 0; i < deal->terms.instruments; i++) {
    const Instrument *terms = &deal->instruments[i];
    InstrumentState *own = &capital->instruments[i];
    const double *amount = input(values, terms->amount);
    memset(own->paid, 0, sizeof(Lanes));
    memset(own->to_date, 0, sizeof(Lanes));
    memset(own->unlocked, 0, sizeof(Lanes));
    memset(own->is_paid, 0, sizeof own->is_paid);
    own->open_lanes = LANES;
    EACH_LANE(l) {
      own->month[l] = INFINITY;
      if (terms->kind == PAID_IN) own->month[l] = -1;
      if (terms->kind == DATED) own->month[l] = floor(input(values, terms->on)[l]);
      if (terms->kind == FACILITY && input(values, terms->happens)[l] >= 0.5) {
        own->month[l] = floor(input(values, terms->event)[l] + input(values, terms->after)[l]);
      }
      if (terms->kind <= DATED && own->month[l] < 0) capital->to_date[l] += amount[l];
    }
  }
}

static void pay_on_date(const Instrument *terms, InstrumentState *own, const double *values, int m) {
  const double *amount = input(values, terms->amount);
  EACH_LANE(l) own->paid[l] = own->month[l] == m ? amount[l] : 0;
}

/* Once, in the first month at whose end the condition holds, or on the date of a waiver. */
static void pay_milestone(const Instrument *terms, InstrumentState *own, const double *online, const double *values, int m) {
  const double *amount = input(values, terms->amount);
  const double *at_least = input(values, terms->at_least);
  const double *is_waived = input(values, terms->is_waived);
  const double *waived_on = input(values, terms->waived_on);
  memset(own->paid, 0, sizeof(Lanes));
  if (own->open_lanes == 0) return;
  EACH_LANE(l) {
    bool is_due = online[l] >= at_least[l] || (is_waived[l] >= 0.5 && m >= larger(0, floor(waived_on[l])));
    if (own->is_paid[l] || !is_due) continue;
    own->is_paid[l] = true;
    own->open_lanes--;
    own->paid[l] = amount[l];
  }
}

/* Draws all that delivered power has unlocked, within the cap and before expiry. */
static void draw(const Instrument *terms, InstrumentState *own, const double *online, const double *values, int m) {
  const double *cap = input(values, terms->amount);
  const double *from = input(values, terms->from_mw);
  const double *per = input(values, terms->per_mw);
  const double *per_step = input(values, terms->per_step);
  EACH_LANE(l) {
    double steps = online[l] < from[l] ? 0 : per[l] <= 0 ? 1 : (online[l] - from[l]) / per[l];
    own->unlocked[l] = larger(own->unlocked[l], per_step[l] * steps);
    double left = smaller(own->unlocked[l], cap[l]) - own->to_date[l];
    own->paid[l] = m >= own->month[l] ? 0 : positive(left);
    own->to_date[l] += own->paid[l];
  }
}

void step_capital(const Deal *deal, DealState *state, const double *values, int m) {
  Capital *capital = &state->capital;
  const double *online = state->capacity.online;
  memset(capital->paid, 0, sizeof(Lanes));
  for (int i = 0; i < deal->terms.instruments; i++) {
    const Instrument *terms = &deal->instruments[i];
    InstrumentState *own = &capital->instruments[i];
    if (terms->kind == PAID_IN) continue;
    if (terms->kind == DATED) pay_on_date(terms, own, values, m);
    if (terms->kind == MILESTONE) pay_milestone(terms, own, online, values, m);
    if (terms->kind == FACILITY) draw(terms, own, online, values, m);
    EACH_LANE(l) capital->paid[l] += own->paid[l];
  }
  EACH_LANE(l) capital->to_date[l] += capital->paid[l];
}
