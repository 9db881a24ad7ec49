import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { Range } from '../value.ts';
import type { ParameterKey } from './family.ts';
import { roundStep, toStep } from './rounding.ts';
import type { Spread } from './spread.ts';

/** The numbers from which a quantity can be written in any family, in its fixed unit. */
export interface Landmarks {
  readonly low: number;
  readonly p5: number;
  readonly middle: number;
  readonly mode: number;
  readonly p95: number;
  readonly high: number;
  /** Half the distance between the percentiles that lie a standard deviation either side of a bell's middle. */
  readonly sd: number;
}

const oneSd = 0.8413447460685429;

/**
 * Finds the landmarks of a quantity. Numbers that are written are kept (ends, the likeliest value, percentiles); the others
 * come from the percentiles of what is written, rounded to what the width can mean. A certain value gets a fifth of itself
 * on either side, a date half a year, nothing at all ten of its unit. `scale` is its written unit in fixed units.
 */
export function landmarks(
  spread: Spread,
  distribution: Distribution,
  range: Range,
  scale: number,
): Landmarks {
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range;
  const inRange = (value: number) => Math.min(max, Math.max(min, value));
  if (distribution.kind === 'constant') {
    const { value } = distribution;
    const reach = spread.dimension === 'date' ? 6 : value === 0 ? 10 * scale : Math.abs(value) / 5;
    // Nothing is known of how uncertain it is, so the ends are round: nobody should read digits into them.
    const step = spread.dimension === 'date' ? 1 : roundStep((20 * reach) / scale) * scale;
    const [low, high] = [inRange(toStep(value - reach, step)), inRange(toStep(value + reach, step))];
    return { low, p5: low, middle: value, mode: value, p95: high, high, sd: toStep(reach / 2, step / 10) };
  }
  const at = (probability: number) => quantile(distribution, probability);
  const step = roundStep((at(0.99) - at(0.01)) / scale) * scale;
  const round = (value: number) => inRange(toStep(value, step));
  const written = (key: ParameterKey) =>
    spread.parameters.find((one) => one.key === key && one.lead === null)?.value ?? null;
  const values = spread.parameters.filter(({ key }) => key === 'value').map(({ value }) => value);
  const low = written('low') ?? (values.length > 0 ? Math.min(...values) : round(at(0.01)));
  const high = written('high') ?? (values.length > 0 ? Math.max(...values) : round(at(0.99)));
  const middle = round(at(0.5));
  return {
    low,
    p5: written('p5') ?? round(at(0.05)),
    middle,
    mode: written('mode') ?? Math.min(high, Math.max(low, middle)),
    p95: written('p95') ?? round(at(0.95)),
    high,
    sd: Math.max(step, toStep((at(oneSd) - at(1 - oneSd)) / 2, step)),
  };
}
