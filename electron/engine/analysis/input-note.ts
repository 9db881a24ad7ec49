import { invariant } from '#shared/base/assert.ts';
import { lawQuantile } from '#shared/engine/distribution/law-quantile.ts';
import { prepareLaw } from '#shared/engine/distribution/prepare-law.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { InputInfo } from '#shared/scenario/compile/input-info.ts';
import type { Dimension } from '#shared/scenario/quantity/quantity.ts';
import type { InputNote } from '#shared/view/analysis/answers.ts';

/** How far a certain date is searched to either side, in months. */
const dateReach = 24;

/** How far a certain value that is zero is searched. */
const reachFromZero: Partial<Record<Dimension, number>> = { duration: 24, date: dateReach, power: 1000 };

/** Says of one number of a plan what a screen or a command needs to offer and to show it. */
export function noteOf(info: InputInfo | undefined, distribution: Distribution): InputNote {
  invariant(info !== undefined, 'every slot of a plan has its note');
  const law = prepareLaw(distribution);
  invariant(law.ok, `the sampler has accepted the law of ${info.key}`);
  const isUncertain = law.value.kind !== 'constant';
  const central = lawQuantile(law.value, 0.5, 0.5);
  const [low, high] = isUncertain
    ? roundEnds(lawQuantile(law.value, 0.01, 0.99), lawQuantile(law.value, 0.99, 0.01), info)
    : aroundCertain(central, info);
  return {
    key: info.key,
    label: info.label,
    dimension: info.dimension,
    text: info.text,
    place: info.place,
    isDecision: info.isDecision,
    isUncertain,
    central,
    low,
    high,
    limits: info.range,
  };
}

/** Rounds the ends of a range to what can be read at a glance; one that would vanish or leave the limits stays as it is. */
function roundEnds(low: number, high: number, { dimension, range }: InputInfo): readonly [number, number] {
  const round = (value: number): number =>
    dimension === 'date' || dimension === 'duration' ? Math.round(value) : Number(value.toPrecision(2));
  const from = Math.max(round(low), range?.min ?? Number.NEGATIVE_INFINITY);
  const to = Math.min(round(high), range?.max ?? Number.POSITIVE_INFINITY);
  return from < to ? [from, to] : [low, high];
}

function aroundCertain(value: number, { dimension, range }: InputInfo): readonly [number, number] {
  if (dimension === 'share' || dimension === 'probability') return [range?.min ?? 0, range?.max ?? 1];
  const reach =
    dimension === 'date' ? dateReach : value === 0 ? (reachFromZero[dimension] ?? 1) : Math.abs(value);
  return [
    Math.max(value - reach, range?.min ?? Number.NEGATIVE_INFINITY),
    Math.min(value + reach, range?.max ?? Number.POSITIVE_INFINITY),
  ];
}
