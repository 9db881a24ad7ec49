import type { MixPlan, TakeOver } from '#shared/engine/plan/deal.ts';
import type { Mix, Scenario } from '../scenario.ts';
import { oldestOf } from './generations-in.ts';
import type { Slots } from './slots.ts';

/** Turns a mix into the plan's form; generations that do not exist have been reported before. */
export function compileMix(slots: Slots, scenario: Scenario, mix: Mix | null): MixPlan {
  const index = (name: string): number => scenario.generations.findIndex(({ key }) => key === name);
  if (mix === null) {
    return scenario.generations.length === 1 ? { kind: 'succession', first: 0, later: [] } : { kind: 'none' };
  }
  switch (mix.kind) {
    case 'single':
      return { kind: 'succession', first: index(mix.value.name), later: [] };
    case 'choice':
      return {
        kind: 'choice',
        generations: mix.value.among.map(({ name }) => index(name)),
        sensitivity: slots.of(mix.value.sensitivity),
      };
    case 'succession':
      return compileSuccession(slots, scenario, mix, index);
    case 'schedule':
      return compileSchedule(slots, mix, index);
  }
}

type Succession = Extract<Mix, { kind: 'succession' }>;
type Schedule = Extract<Mix, { kind: 'schedule' }>;

function compileSuccession(
  slots: Slots,
  scenario: Scenario,
  mix: Succession,
  index: (name: string) => number,
): MixPlan {
  const later: TakeOver[] = [];
  for (const { key, value } of mix.value) {
    if (value.kind === 'logistic') {
      later.push({
        generation: index(key),
        curve: {
          kind: 'logistic',
          midpoint: slots.of(value.value.midpoint),
          takeoverMonths: slots.of(value.value.takeover),
        },
      });
    } else if (value.kind === 'bass') {
      later.push({
        generation: index(key),
        curve: {
          kind: 'bass',
          launch: slots.of(value.value.launch),
          pPerYear: slots.of(value.value.p),
          qPerYear: slots.of(value.value.q),
        },
      });
    }
  }
  const first = oldestOf(scenario, mix);
  return { kind: 'succession', first: first === null ? -1 : index(first), later };
}

function compileSchedule(slots: Slots, mix: Schedule, index: (name: string) => number): MixPlan {
  const names = [...new Set(mix.value.flatMap(({ value }) => value.map(({ key }) => key)))];
  names.sort((a, b) => index(a) - index(b));
  return {
    kind: 'schedule',
    at: mix.value.map(({ at }) => slots.of(at)),
    generations: names.map(index),
    shares: mix.value.map(({ spot, value }) =>
      names.map((name) => {
        const share = value.find(({ key }) => key === name)?.value ?? null;
        return slots.orElse(share, `${spot.path}.${name}`, 'share', 0);
      }),
    ),
  };
}
