/* The state of a run, and the rules that advance it by a month. */
#ifndef KERNEL_H
#define KERNEL_H

#include <stdbool.h>

#include "lanes.h"

enum {
  CAPACITY_ONLINE,
  COMPUTE_H100E,
  SPEND_BILLED,
  SPEND_BILLED_CUMULATIVE,
  COMMITMENT_SHORTFALL,
  CAPITAL_CUMULATIVE,
  RECYCLED_SHARE,
  PROVIDER_CASH_CUMULATIVE,
  MEASURES
};

typedef struct {
  Lanes base, monthly, price, chips_per_mw, h100_per_mw;
  /* What an hour of one MW costs. */
  Lanes mwh_price;
  double steady_from;
} GenerationState;

typedef struct {
  Lanes start, power, opening;
  int first_month, full_month;
} PhaseState;

typedef struct {
  Lanes online, opening, it, it_before, growth, factor;
} Capacity;

typedef struct {
  Lanes power, before, retired, share;
  /* Odds against having taken over, set anew in the month after the midpoint. */
  Lanes odds, per_month, middle_month, middle_odds;
  int32_t life[LANES];
  int shortest_life;
  bool has_retired;
  /* installed[month * LANES + lane] */
  double *installed;
} Member;

typedef struct {
  Member *members;
  Lanes to_fill, unfilled, can_fill, total_share, h100;
  bool has_moved, has_changed;
} Fleet;

typedef struct {
  Lanes total_factor, eligible_factor, total, eligible, billed;
} Spend;

/* Dated amounts used oldest first, a queue per lane: lot i of lane l is at i * LANES + l. */
typedef struct {
  double *amounts;
  int32_t *months;
  int32_t first[LANES], end[LANES];
} Lots;

typedef struct {
  Lanes *before_slice;
  Lanes begins, months, last_month, next_settlement;
  Lanes to_date, flow, running_committed, running_eligible, on_account, shortfall, make_up_used;
  Lots carry, make_up;
  double earliest_settlement;
  bool was_settled, has_account;
} Commitment;

typedef struct {
  Lanes paid, month, to_date, unlocked;
  bool is_paid[LANES];
  int open_lanes;
} InstrumentState;

typedef struct {
  InstrumentState *instruments;
  Lanes paid, to_date;
} Capital;

typedef struct {
  PhaseState *phases;
  Capacity capacity;
  Fleet fleet;
  Spend spend;
  Commitment commitment;
  Capital capital;
} DealState;

typedef struct {
  GenerationState *generations;
  DealState *deals;
  Lanes capital_paid, billed, provider_cash;
  /* results[measure][month * LANES + lane] */
  double *results[MEASURES];
} Run;

void start_prices(const Plan *plan, Run *run, const double *values);
void step_prices(const Plan *plan, Run *run, const double *values, int m);

void start_capacity(const Deal *deal, DealState *state, const double *values);
void step_capacity(const Deal *deal, DealState *state, const double *values, int m);

void start_fleet(const Plan *plan, const Deal *deal, DealState *state, const double *values);
void step_fleet(const Plan *plan, const Run *run, const Deal *deal, DealState *state, const double *values, int m);

void start_spend(const Deal *deal, DealState *state, const double *values);
void step_spend(const Plan *plan, const Run *run, const Deal *deal, DealState *state, const double *values, int m);
void step_bill(DealState *state);

void start_commitment(const Deal *deal, DealState *state, const double *values);
void step_commitment(const Deal *deal, DealState *state, const double *values, int m);

void start_capital(const Deal *deal, DealState *state, const double *values);
void step_capital(const Deal *deal, DealState *state, const double *values, int m);

Run *create_run(const Plan *plan);
void run_block(const Plan *plan, Run *run, const double *values);

#endif
