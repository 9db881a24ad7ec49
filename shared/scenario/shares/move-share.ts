import { apportion } from './apportion.ts';

/**
 * Moves one of several shares that sum to `total` (whole units, such as tenths of a percent): it becomes as much of
 * `wanted` as the held ones leave room for, and the others that are not held take up the rest in proportion to what they
 * were, equally where they were nothing. The sum comes out exactly. Null where nothing can give way.
 */
export function moveShare(
  units: readonly number[],
  isHeld: readonly boolean[],
  at: number,
  wanted: number,
  total: number,
): readonly number[] | null {
  const others = units.map((_, place) => place).filter((place) => place !== at && isHeld[place] !== true);
  const held = sumOf(units.filter((_, place) => place !== at && isHeld[place] === true));
  const room = total - held;
  if (others.length === 0 || room < 0) return null;
  const moved = Math.min(room, Math.max(0, Math.round(wanted)));
  const parts = apportion(
    others.map((place) => units[place] ?? 0),
    room - moved,
  );
  const result = [...units];
  result[at] = moved;
  others.forEach((place, index) => {
    result[place] = parts[index] ?? 0;
  });
  return result;
}

/** Brings shares that miss the total to it, all that are not held in proportion. Null where the held ones alone miss it. */
export function fillShares(
  units: readonly number[],
  isHeld: readonly boolean[],
  total: number,
): readonly number[] | null {
  const free = units.map((_, place) => place).filter((place) => isHeld[place] !== true);
  const room = total - sumOf(units.filter((_, place) => isHeld[place] === true));
  if (free.length === 0 || room < 0) return null;
  const parts = apportion(
    free.map((place) => units[place] ?? 0),
    room,
  );
  const result = [...units];
  free.forEach((place, index) => {
    result[place] = parts[index] ?? 0;
  });
  return result;
}

function sumOf(units: readonly number[]): number {
  return units.reduce((sum, one) => sum + one, 0);
}
