import type { Value } from '../value.ts';
import type { Role } from './difference.ts';
import { sameDistribution } from './same-distribution.ts';
import type { At, Walk } from './walk.ts';
import { assumptionNamed, note, valueSide } from './walk.ts';

/** Notes where two quantities differ; where both refer to one assumption, the assumption is what may differ. */
export function compareQuantities(walk: Walk, base: Value | null, other: Value | null, at: At): void {
  if (base !== null && other !== null && isSameQuantity(base, other)) return;
  const known = base ?? other;
  if (known === null) return;
  note(walk, at, {
    role: roleOf(base, other, at),
    dimension: known.dimension,
    isDecision: [base, other].some((value) => value?.isDecision === true),
    base: valueSide(walk.base, at.base, base),
    other: valueSide(walk.other, at.other, other),
  });
}

/**
 * Tells whether two quantities are the same to the run: the same certain number, the same law on a stream of its own, or one and
 * the same assumption, whatever that says.
 */
export function isSameQuantity(base: Value, other: Value): boolean {
  const [one, two] = [assumptionNamed(base), assumptionNamed(other)];
  if (one !== null && one === two) return true;
  const isCertain = base.distribution.kind === 'constant' && other.distribution.kind === 'constant';
  const isOwn = base.reference === null && other.reference === null;
  return (isCertain || isOwn) && sameDistribution(base.distribution, other.distribution);
}

/** A quantity that stands alone on both sides has the same slot in both plans; sharing one makes another plan. */
function roleOf(base: Value | null, other: Value | null, at: At): Role {
  const standsAlone = base?.reference === null && other?.reference === null;
  return standsAlone && at.base.join('\n') === at.other.join('\n') ? 'number' : 'structure';
}
