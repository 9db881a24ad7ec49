import type {
  FacilityPlan,
  InstrumentPlan,
  MilestonePlan,
  WarrantPlan,
} from '#shared/engine/plan/capital.ts';
import type { Condition } from '#shared/engine/plan/condition.ts';
import type { Slot } from '#shared/engine/plan/input.ts';
import type { Instrument } from '../scenario.ts';
import type { Keyed } from '../value.ts';
import type { Slots } from './slots.ts';

/** What an instrument needs from around it. */
export interface CapitalContext {
  readonly slots: Slots;
  /** Index of the party that pays where the instrument does not say. */
  readonly provider: number;
  readonly party: (name: string) => number;
  /** The condition of the milestone at a path. */
  readonly condition: (path: string) => Condition;
}

type Milestone = Extract<Instrument, { kind: 'milestone' }>['value'];
type Facility = Extract<Instrument, { kind: 'facility' }>['value'];
type Warrant = Extract<Instrument, { kind: 'warrant' }>['value'];

/** Turns an instrument into the plan's form. */
export function compileInstrument(
  context: CapitalContext,
  { key, value: instrument }: Keyed<Instrument>,
): InstrumentPlan {
  const { slots } = context;
  const { from, form } = instrument.value;
  const base = { key, from: from === null ? context.provider : context.party(from.name), form };
  switch (instrument.kind) {
    case 'paid-in':
      return { ...base, kind: 'paid-in', amount: slots.of(instrument.value.amount) };
    case 'dated':
      return {
        ...base,
        kind: 'dated',
        amount: slots.of(instrument.value.amount),
        on: slots.of(instrument.value.on),
      };
    case 'milestone':
      return { ...base, ...compileMilestone(context, instrument.value) };
    case 'facility':
      return { ...base, ...compileFacility(slots, instrument.value) };
    case 'warrant':
      return { ...base, ...compileWarrant(slots, instrument.value) };
  }
}

function compileMilestone({ slots, condition }: CapitalContext, milestone: Milestone): MilestonePlan {
  const notBefore = optionalSlot(slots, milestone['not-before']);
  return {
    kind: 'milestone',
    amount: slots.of(milestone.amount),
    when: condition(milestone.spot.path),
    notBefore,
    until: optionalSlot(slots, milestone.until),
    isWaived: slots.of(milestone.waived),
    waivedOn:
      optionalSlot(slots, milestone['waived-on']) ??
      notBefore ??
      slots.constant(`${milestone.spot.path}.waived-on`, 'date', 0),
  };
}

function compileFacility(slots: Slots, facility: Facility): FacilityPlan {
  const { available, participation, expires } = facility;
  const perMw = slots.of(available.per);
  return {
    kind: 'facility',
    cap: slots.of(facility.amount),
    available: {
      fromMw: optionalSlot(slots, available.from) ?? perMw,
      perMw,
      amountPerStep: slots.of(available.amount),
      isStepwise: available.by === 'steps',
    },
    draw: compileDraw(slots, facility.draw),
    participations: (participation ?? []).map(({ key, value }) => ({
      key,
      amount: slots.of(value.amount),
      on: slots.of(value.on),
    })),
    expires: expires && {
      event: slots.of(expires.of),
      happens: slots.of(expires.likelihood),
      afterMonths: slots.of(expires.after),
    },
  };
}

function compileDraw(slots: Slots, draw: Facility['draw']): FacilityPlan['draw'] {
  switch (draw.kind) {
    case 'when-available':
    case 'never':
      return { kind: draw.kind };
    case 'when-cash-below':
      return { kind: 'when-needed', cashBelow: slots.of(draw.value) };
    case 'schedule':
      return {
        kind: 'schedule',
        path: {
          at: draw.value.map(({ at }) => slots.of(at)),
          value: draw.value.map(({ value }) => slots.of(value)),
        },
      };
  }
}

function compileWarrant(slots: Slots, warrant: Warrant): WarrantPlan {
  const perMw = slots.of(warrant.vest.per);
  return {
    kind: 'warrant',
    shares: slots.of(warrant.shares),
    strike: slots.of(warrant.strike),
    sharePrice: slots.path(warrant['share-price']),
    vest: {
      fromMw: optionalSlot(slots, warrant.vest.from) ?? perMw,
      perMw,
      sharesPerStep: slots.of(warrant.vest.shares),
    },
  };
}

function optionalSlot(slots: Slots, value: Parameters<Slots['of']>[0] | null): Slot | null {
  return value === null ? null : slots.of(value);
}
