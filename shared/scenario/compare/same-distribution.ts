import type { Distribution } from '#shared/engine/plan/distribution.ts';

/** Numbers that differ by less come from converting units, not from a different statement. */
const tolerance = 1e-12;

/** Tells whether two laws are the same, whatever units they were written in and in whatever order. */
export function sameDistribution(a: Distribution, b: Distribution): boolean {
  if (a.kind === 'discrete' && b.kind === 'discrete') return sameDiscrete(a, b);
  if (a.kind !== b.kind) return false;
  const [one, two]: readonly Readonly<Record<string, unknown>>[] = [{ ...a }, { ...b }];
  const names = new Set([...Object.keys(one ?? {}), ...Object.keys(two ?? {})]);
  return [...names].every((name) => name === 'kind' || sameNumber(one?.[name], two?.[name]));
}

type Discrete = Extract<Distribution, { kind: 'discrete' }>;

function sameDiscrete(a: Discrete, b: Discrete): boolean {
  const [one, two] = [inOrder(a), inOrder(b)];
  return (
    one.length === two.length &&
    one.every(([value, share], at) => sameNumber(value, two[at]?.[0]) && sameNumber(share, two[at]?.[1]))
  );
}

/** Values with the share each has, ascending; a value stated twice counts once with both weights. */
function inOrder({ values, weights }: Discrete): readonly (readonly [number, number])[] {
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const shares = new Map<number, number>();
  values.forEach((value, at) => {
    shares.set(value, (shares.get(value) ?? 0) + (weights[at] ?? 0) / all);
  });
  return [...shares].filter(([, share]) => share > 0).sort(([one], [two]) => one - two);
}

function sameNumber(a: unknown, b: unknown): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return a === b;
  return a === b || Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b));
}
