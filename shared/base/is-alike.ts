/** Tells whether two pieces of plain data say the same: the same keys with the same values, NaN being the same as NaN. */
export function isAlike(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [a as Readonly<Record<string, unknown>>, b as Readonly<Record<string, unknown>>];
  let keys = 0;
  for (const key in one) {
    keys += 1;
    if (!Object.hasOwn(other, key) || !isAlike(one[key], other[key])) return false;
  }
  for (const _ in other) keys -= 1;
  return keys === 0;
}
