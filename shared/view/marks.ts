import type { Mark } from '#shared/engine/projection.ts';
import type { TimeMark } from './chart.ts';
import type { Lens } from './lens.ts';
import { humanise } from './words.ts';

const says: Partial<Record<Mark['kind'], string>> = {
  commitment: 'commitment met',
  ceiling: 'ceiling reached',
  payback: 'pay-back',
};

/** Picks the marks of the given kinds that lie within the horizon, with words to print beside them. */
export function timeMarks(lens: Lens, kinds: readonly Mark['kind'][]): TimeMark[] {
  return lens.projection.marks
    .filter((mark) => kinds.includes(mark.kind) && mark.month >= 0 && mark.month <= lens.timeline.months)
    .filter((mark) => mark.kind !== 'generation' || lens.generations.includes(mark.key))
    .map((mark) => ({ month: mark.month, label: markLabel(mark, lens) }));
}

function markLabel(mark: Mark, lens: Lens): string {
  const own =
    says[mark.kind] ??
    (mark.key.endsWith('.expires') ? `${humanise(mark.key.slice(0, -8))} expires` : undefined);
  const owner = lens.deals.length > 1 && mark.deal !== null ? `${humanise(mark.deal)}: ` : '';
  return `${owner}${own ?? humanise(mark.key)}`;
}
