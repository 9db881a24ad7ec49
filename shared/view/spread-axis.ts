import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { Range } from '#shared/scenario/value.ts';

/** The stretch of values a picture of a distribution shows. */
export interface SpreadAxis {
  readonly low: number;
  readonly high: number;
}

const tail = 0.005;
const margin = 0.12;

/**
 * Chooses what a picture shows: all but half a percent on either side and every number that can be taken hold of, with room
 * to pull them apart, inside the range of the field.
 */
export function spreadAxis(
  distribution: Distribution,
  marks: readonly number[],
  range: Range | null,
): SpreadAxis | null {
  const reach = [...marks, quantile(distribution, tail), quantile(distribution, 1 - tail)].filter(
    Number.isFinite,
  );
  const [least, most] = [Math.min(...reach), Math.max(...reach)];
  if (!(most > least)) return null;
  const room = (most - least) * margin;
  const low = Math.max(range?.min ?? Number.NEGATIVE_INFINITY, least - room);
  const high = Math.min(range?.max ?? Number.POSITIVE_INFINITY, most + room);
  return low < high ? { low: Math.min(low, least), high: Math.max(high, most) } : null;
}
