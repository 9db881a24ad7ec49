import type { ChartView } from '#shared/view/chart.ts';

/** Whether two views of one outline give the same figures, marks aside: an edit moves those of some charts and not of others. */
export function drawsTheSame(one: ChartView, other: ChartView): boolean {
  return isSame(one.series, other.series) && isSame(one.timeline, other.timeline);
}

function isSame(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (one instanceof Float64Array) return other instanceof Float64Array && hasSameNumbers(one, other);
  if (Array.isArray(one)) return Array.isArray(other) && hasSameItems(one, other);
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every(
    (key) => Object.hasOwn(other, key) && isSame(Reflect.get(one, key), Reflect.get(other, key)),
  );
}

/** By itself: a number that is handed on to be compared with anything is put in a box of its own, and there are tens of thousands. */
function hasSameNumbers(own: Float64Array, others: Float64Array): boolean {
  if (own.length !== others.length) return false;
  for (let at = 0; at < own.length; at += 1) if (!Object.is(own[at], others[at])) return false;
  return true;
}

function hasSameItems(own: readonly unknown[], others: readonly unknown[]): boolean {
  if (own.length !== others.length) return false;
  for (let at = 0; at < own.length; at += 1) if (!isSame(own[at], others[at])) return false;
  return true;
}
