import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { Range } from '../value.ts';
import type { ParameterKey } from './family.ts';
import { parameterStep, toStep } from './rounding.ts';
import type { Parameter, Spread } from './spread.ts';
import { spreadHandles } from './spread-handles.ts';
import { writeParameter } from './write-parameter.ts';

/** Steps of numbers that are no places on the axis, as they are written. */
const plainSteps: Partial<Record<ParameterKey, number>> = { alpha: 0.1, beta: 0.1, weight: 1, chance: 1 };

/**
 * Writes a number of a distribution some steps up or down: the steps of its handle where it has one, which stops where the
 * words would be wrong. Null where there is no number yet, or it stands at its end.
 */
export function nudgeParameter(
  spread: Spread,
  parameter: Parameter,
  distribution: Distribution,
  range: Range | null,
  steps: number,
): string | null {
  if (parameter.lead !== null && Number.isNaN(parameter.value)) return null;
  const width = widthOf(spread, distribution);
  const handle = spreadHandles(spread, width, range).find(
    ({ id }) => id === `${parameter.key}-${parameter.index}`,
  );
  const words = handle
    ? handle.write(handle.at + steps * handle.step)
    : writeParameter(spread, parameter, nudged(parameter, width, steps, range));
  return words === spread.text ? null : words;
}

function nudged(parameter: Parameter, width: number, steps: number, range: Range | null): number {
  const { key, spelling, value } = parameter;
  const plain = plainSteps[key];
  const scale = spelling.kind === 'amount' ? spelling.scale : 1;
  if (plain === undefined) {
    const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = range ?? {};
    const step = parameterStep(parameter, width);
    return Math.min(max, Math.max(min, toStep(value + steps * step, step)));
  }
  const least = key === 'alpha' || key === 'beta' ? plain * scale : 0;
  const most = key === 'chance' ? 1 : Number.POSITIVE_INFINITY;
  // A chance written as a fraction goes by hundredths like one written in percent.
  const step = key === 'chance' && scale === 1 ? 0.01 : plain * scale;
  return Math.min(most, Math.max(least, toStep(value + steps * step, step)));
}

/** How wide the picture of a distribution is, near enough for its steps. */
function widthOf(spread: Spread, distribution: Distribution): number {
  if (distribution.kind === 'constant') return Math.abs(distribution.value) || 1;
  const marks = spreadHandles(spread, 1, null).map(({ at }) => at);
  const ends = [...marks, quantile(distribution, 0.005), quantile(distribution, 0.995)];
  return Math.max(...ends) - Math.min(...ends);
}
