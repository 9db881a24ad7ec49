import type { Plan } from '#shared/engine/plan/plan.ts';
import type { InputDifference } from './difference.ts';
import type { ReadSide } from './read-side.ts';
import { sameDistribution } from './same-distribution.ts';
import { assumptionNamed } from './walk.ts';

/**
 * Finds the slots, by key, whose law a difference of numbers changes: that of its own path, and for an assumption those of fields that
 * draw from it anew (a chance is drawn at each use).
 */
export function swappedKeys(
  { id }: InputDifference,
  [base, other]: readonly [ReadSide, ReadSide],
  [one, two]: readonly [Plan, Plan],
): readonly string[] {
  const assumption = /^assumptions\.(.+)$/.exec(id)?.[1];
  const uses =
    assumption === undefined
      ? []
      : [...base.scenario.inputs, ...other.scenario.inputs]
          .filter((value) => assumptionNamed(value) === assumption && value.reference === null)
          .map(({ path }) => path);
  return [...new Set([id, ...uses])].filter((key) => {
    const [a, b] = [one, two].map((plan) => plan.inputs.find((input) => input.key === key)?.distribution);
    return a !== undefined && b !== undefined && !sameDistribution(a, b);
  });
}
