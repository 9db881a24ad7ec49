import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { monthLabelAt } from '#shared/view/calendar.ts';
import { measureName } from '#shared/view/lens.ts';

/** Names a measure at a month inside a sentence: `billed spend by Mar 2038`, `power online in Mar 2038`. */
export function measureAt(info: MeasureInfo, start: YearMonth, month: number): string {
  const label = measureName(info);
  const plain = label.replace(/, cumulative$/, '');
  const name = /^[A-Z][a-z]/.test(plain) ? plain.charAt(0).toLowerCase() + plain.slice(1) : plain;
  if (info.kind === 'outcome') return name;
  return `${name} ${plain === label ? 'in' : 'by'} ${monthLabelAt(start, month)}`;
}
