import type { Value } from '#shared/scenario/value.ts';

/** What the parties do comes before what is assumed, and both before the catalogue of chips. */
const groups = ['deals', 'assumptions', 'finances', 'generations'];

/** Puts inputs in the order in which a reader asks for them; within a group the order stays. */
export function inReadingOrder(inputs: readonly Value[]): Value[] {
  return [...inputs].sort((a, b) => groupOf(a.path) - groupOf(b.path));
}

function groupOf(path: string): number {
  const place = groups.indexOf(path.split('.')[0] ?? '');
  return place < 0 ? groups.length : place;
}
