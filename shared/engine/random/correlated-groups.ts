import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { cholesky } from '../numeric/cholesky.ts';
import type { Correlation, Slot } from '../plan/input.ts';
import { blameForSingularity } from './offending-pair.ts';
import { linearFromRank } from './rank-correlation-of-normals.ts';
import type { SamplingFault } from './sampling-fault.ts';

/** Inputs tied to one another by correlations, in the order of their keys, and the Cholesky factor that ties them. */
export interface CorrelatedGroup {
  readonly slots: readonly Slot[];
  /** Lower triangular, row-major; its rows have length 1. */
  readonly factor: Float64Array;
}

/**
 * Divides correlated inputs into groups that share no correlation and factors each. A group depends on its own inputs only,
 * so a correlation elsewhere changes nothing in it, and the first of its keys keeps the draws it would have alone.
 *
 * `keyOf` gives the key of a slot, or null where the input is certain: such correlations have no effect. Of a pair stated twice
 * the last statement holds. Errors name the pair that does not fit.
 */
export function correlatedGroups(
  correlations: readonly Correlation[],
  keyOf: (slot: Slot) => string | null,
): Outcome<readonly CorrelatedGroup[], SamplingFault> {
  const ranks = new Map<Slot, Map<Slot, number>>();
  for (const { a, b, rank } of correlations) {
    const [one, two] = [keyOf(a), keyOf(b)];
    if (one === null || two === null) continue;
    const fault = pairFault(one, two, a === b, rank);
    if (fault !== null) return fail(fault);
    link(ranks, a, b, rank);
    link(ranks, b, a, rank);
  }
  const groups: CorrelatedGroup[] = [];
  const visited = new Set<Slot>();
  const byKey = (one: Slot, two: Slot) => ((keyOf(one) ?? '') < (keyOf(two) ?? '') ? -1 : 1);
  for (const start of [...ranks.keys()].sort(byKey)) {
    if (visited.has(start)) continue;
    const slots = reachable(ranks, start, visited).sort(byKey);
    const group = factorGroup(ranks, slots, keyOf);
    if (!group.ok) return group;
    groups.push(group.value);
  }
  return ok(groups);
}

function pairFault(one: string, two: string, isSame: boolean, rank: number): SamplingFault | null {
  if (isSame) {
    const message = `${one} is correlated with itself; name two different inputs.`;
    return { code: 'correlation', keys: [one, two], message };
  }
  if (rank > -1 && rank < 1) return null;
  const message =
    `The rank correlation of ${one} and ${two} is ${rank}; a number above -1 and below 1 is expected. ` +
    'Where two inputs always move together, make them one input.';
  return { code: 'correlation', keys: [one, two], message };
}

function link(ranks: Map<Slot, Map<Slot, number>>, from: Slot, to: Slot, rank: number): void {
  const row = ranks.get(from) ?? new Map<Slot, number>();
  row.set(to, rank);
  ranks.set(from, row);
}

function reachable(ranks: Map<Slot, Map<Slot, number>>, start: Slot, visited: Set<Slot>): Slot[] {
  const found = [start];
  visited.add(start);
  for (const slot of found) {
    for (const next of ranks.get(slot)?.keys() ?? []) {
      if (visited.has(next)) continue;
      visited.add(next);
      found.push(next);
    }
  }
  return found;
}

function factorGroup(
  ranks: Map<Slot, Map<Slot, number>>,
  slots: readonly Slot[],
  keyOf: (slot: Slot) => string | null,
): Outcome<CorrelatedGroup, SamplingFault> {
  const size = slots.length;
  const matrix = new Float64Array(size * size);
  slots.forEach((one, row) => {
    slots.forEach((two, column) => {
      matrix[row * size + column] = row === column ? 1 : linearFromRank(ranks.get(one)?.get(two) ?? 0);
    });
  });
  const factored = cholesky(matrix, size);
  if (factored.ok) return ok({ slots, factor: factored.value });
  const keys = slots.map((slot) => keyOf(slot) ?? '');
  return fail(blameForSingularity(matrix, size, factored.error, keys));
}
