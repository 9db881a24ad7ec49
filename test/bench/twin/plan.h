/* The deal book as numbers: counts, and slots into the input values. Every record is a run of 32-bit integers. */
#ifndef PLAN_H
#define PLAN_H

#include <stdint.h>

typedef int32_t Slot;

typedef struct {
  Slot available, life, watts, peak8, list, discount, as_of, floor, decline;
} Generation;

enum { SHAPE_STEP, SHAPE_LINEAR, SHAPE_S_CURVE };

typedef struct {
  int32_t shape;
  Slot power, energise, slip, ramp, cancelled;
} Phase;

/* A generation of a succession, oldest first; the first takes over from nobody and its slots are not read. */
typedef struct {
  int32_t generation;
  Slot midpoint, takeover;
} TakeOver;

typedef struct {
  Slot share, eligible;
} Service;

enum { PAID_IN, DATED, MILESTONE, FACILITY };

/* Slots that do not apply to the kind are not read. A milestone watches the online power of its deal. */
typedef struct {
  int32_t kind;
  Slot amount;
  Slot on;
  Slot at_least, is_waived, waived_on;
  Slot from_mw, per_mw, per_step, event, happens, after;
} Instrument;

typedef struct {
  int32_t phases, members, services, slices, instruments;
  Slot ceiling, is_facility_basis, pue, slip, usage;
  int32_t is_reserved;
  Slot discount, eligible;
  Slot amount, begins, term, take_or_pay, carry_limit, carry_months, make_up_months;
  Slot capex, margin;
} Terms;

typedef struct {
  Terms terms;
  Phase *phases;
  TakeOver *members;
  Service *services;
  Slot *slices;
  Instrument *instruments;
} Deal;

typedef struct {
  int32_t lanes, months, inputs, blocks, generations, deals;
} Counts;

typedef struct {
  Counts counts;
  double *hours;
  Generation *generations;
  Deal *deals;
} Plan;

#endif
