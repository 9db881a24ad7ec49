import type { FacilityPlan, InstrumentPlan } from '#shared/engine/plan/capital.ts';
import type { Draft } from './draft.ts';
import { generateCondition } from './generate-formula.ts';
import type { Scene } from './scene.ts';

/** Makes up a deal's instruments, in any order and number, from the provider or from others. */
export function generateInstruments(draft: Draft, scene: Scene, dealKey: string): InstrumentPlan[] {
  return scene.keys('instrument', draft.dice.whole(0, 5)).map((key) => ({
    key,
    from: draft.dice.pick([...scene.providers, ...scene.investors]),
    form: draft.dice.happens(0.3) ? 'credits' : 'cash',
    ...generateTerms(draft, scene, dealKey, key),
  }));
}

type Terms = InstrumentPlan extends infer I
  ? I extends unknown
    ? Omit<I, 'key' | 'from' | 'form'>
    : never
  : never;

function generateTerms(draft: Draft, scene: Scene, dealKey: string, key: string): Terms {
  const { dice, between, oneOf, chance, date, path } = draft;
  const { months } = scene;
  const money = () => between(1e7, 2e10);
  return dice.pick<() => Terms>([
    () => ({ kind: 'paid-in', amount: money() }),
    () => ({ kind: 'dated', amount: money(), on: date(-12, months * 1.2) }),
    ...[1, 2].map(
      () => (): Terms => ({
        kind: 'milestone',
        amount: money(),
        when: generateCondition(draft, scene, dealKey),
        notBefore: dice.happens(0.5) ? null : date(-3, months),
        until: dice.happens(0.5) ? null : date(0, months * 1.3),
        isWaived: chance(0.25),
        waivedOn: date(-6, months * 1.2),
      }),
    ),
    ...[1, 2, 3].map(() => (): Terms => generateFacility(draft, scene, key)),
    () => ({
      kind: 'warrant',
      shares: between(1e6, 1e8),
      strike: dice.happens(0.3) ? oneOf([0.01]) : between(1, 300),
      sharePrice: path(0, months, 1, 500),
      vest: {
        fromMw: between(0, 800, 0.25),
        perMw: between(50, 600, 0.25),
        sharesPerStep: between(1e5, 3e7),
      },
    }),
  ])();
}

function generateFacility(draft: Draft, { months, keys }: Scene, facility: string): Terms {
  const { dice, between, oneOf, chance, date, path } = draft;
  const money = () => between(1e8, 2e10);
  return {
    kind: 'facility',
    cap: money(),
    available: {
      fromMw: dice.happens(0.2) ? oneOf([0]) : between(0, 1500, 0.25),
      perMw: between(50, 1000, 0.25),
      amountPerStep: between(1e8, 5e9),
      isStepwise: dice.happens(0.5),
    },
    draw: dice.pick<() => FacilityPlan['draw']>([
      () => ({ kind: 'when-available' }),
      () => ({ kind: 'never' }),
      () => ({ kind: 'when-needed', cashBelow: between(0, 3e10) }),
      () => ({ kind: 'schedule', path: path(0, months, 0, 1e10) }),
    ])(),
    participations: keys(`${facility}-round`, dice.pick([0, 0, 1, 2])).map((key) => ({
      key,
      amount: between(1e8, 6e9),
      on: date(-6, months * 1.1),
    })),
    expires: dice.happens(0.4)
      ? null
      : { event: date(-12, months), happens: chance(0.7), afterMonths: between(0, 36, 0.5) },
  };
}
