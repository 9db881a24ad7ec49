import { monthLabelAt } from '../calendar.ts';
import type { ChartView } from '../chart.ts';
import { formatQuantity } from '../format.ts';
import type { Lens } from '../lens.ts';
import { hasSubstance, indexOfLargest } from '../reach.ts';
import { assemble, sourceLine } from './assemble.ts';

/** Shows the installed compute in H100-equivalents. */
export function computeChart(lens: Lens): ChartView | null {
  const values = lens.values('compute.h100e');
  if (!hasSubstance(values)) return null;
  return assemble(lens, {
    id: 'compute',
    topic: 'Compute installed',
    finding: computeFinding(lens),
    unit: 'H100e',
    source: sourceLine(lens, 'dense 8-bit peak ÷ 1.979 PFLOP/s, the H100 figure'),
    series: [
      {
        id: 'compute.h100e',
        label: 'H100-equivalents',
        kind: 'line',
        tone: 'data-3',
        dash: 'solid',
        values,
        band: lens.band('compute.h100e'),
      },
    ],
  });
}

function computeFinding(lens: Lens): string {
  const { start, months } = lens.projection;
  const values = lens.lookup('compute.h100e')?.values ?? new Float64Array();
  const last = lens.final('compute.h100e');
  const high = indexOfLargest(values);
  const peak = values[high] ?? Number.NaN;
  const end = monthLabelAt(start, months - 1);
  if (peak > last * 1.02) {
    return `Installed compute peaks at ${formatQuantity(peak, 'H100e')} in ${monthLabelAt(start, high)} and stands at ${formatQuantity(last, 'H100e')} in ${end}`;
  }
  const growth = (values[months - 1] ?? Number.NaN) / (values[Math.max(0, months - 61)] ?? Number.NaN);
  const pace =
    months > 61 && Number.isFinite(growth) && growth > 1.05
      ? `, ${growth >= 9.95 ? growth.toFixed(0) : growth.toFixed(1)} times as much as five years before`
      : '';
  return `${formatQuantity(last, 'H100e')} stand installed in ${end}${pace}`;
}
