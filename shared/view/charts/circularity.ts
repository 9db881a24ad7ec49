import { monthLabelAt } from '../calendar.ts';
import type { ChartView } from '../chart.ts';
import { formatShare } from '../format.ts';
import type { Lens } from '../lens.ts';
import { hasSubstance, indexOfLargest } from '../reach.ts';
import { assemble, sourceLine } from './assemble.ts';

/** Shows the share of billed spend that the providers' own capital covers. */
export function circularityChart(lens: Lens): ChartView | null {
  const recycled = lens.values('circularity.recycled-share');
  if (!hasSubstance(recycled)) return null;
  return assemble(lens, {
    id: 'circularity',
    topic: 'Recycled share of spend',
    finding: circularityFinding(lens),
    unit: '1',
    source: sourceLine(lens, 'capital paid since the start ÷ spend billed since the start, at most 100 %'),
    series: [
      {
        id: 'circularity.recycled-share',
        label: 'Recycled share',
        kind: 'line',
        tone: 'data-4',
        dash: 'solid',
        values: recycled,
        band: lens.band('circularity.recycled-share'),
      },
    ],
  });
}

function circularityFinding(lens: Lens): string {
  const { start, months } = lens.projection;
  const shares = lens.lookup('circularity.recycled-share')?.values ?? new Float64Array();
  const high = indexOfLargest(shares);
  const peak = shares[high] ?? Number.NaN;
  const last = lens.final('circularity.recycled-share');
  const end = monthLabelAt(start, months - 1);
  if (!Number.isFinite(peak)) return 'No capital comes back as spend';
  return `The providers' capital covers ${formatShare(peak)} of spend at its height in ${monthLabelAt(start, high)} and ${formatShare(last)} by ${end}`;
}
