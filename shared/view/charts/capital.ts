import type { ChartView } from '../chart.ts';
import { formatMoney, formatRatio, formatRound, formatShare } from '../format.ts';
import type { Lens } from '../lens.ts';
import { timeMarks } from '../marks.ts';
import { hasSubstance } from '../reach.ts';
import { assemble, type RawSeries, sourceLine } from './assemble.ts';

/** Shows the capital that has come in, paid and drawn, and the part of a facility that could be drawn. */
export function capitalChart(lens: Lens): ChartView | null {
  const all = lens.values('capital.cumulative');
  if (!hasSubstance(all)) return null;
  const paidIn = lens.values('capital.paid-in');
  const drawn = lens.values('capital.drawn');
  const available = lens.values('capital.available');
  const series: RawSeries[] = [];
  if (hasSubstance(paidIn)) {
    series.push({
      id: 'capital.paid-in',
      label: 'Paid in',
      kind: 'area',
      tone: 'data-1',
      dash: 'solid',
      values: paidIn,
    });
  }
  if (hasSubstance(drawn)) {
    series.push({
      id: 'capital.drawn',
      label: 'Drawn',
      kind: 'area',
      tone: 'data-3',
      dash: 'solid',
      texture: 'rising',
      values: drawn,
    });
  }
  series.push({
    id: 'capital.cumulative',
    label: 'Capital in',
    kind: 'line',
    tone: 'ink',
    dash: 'solid',
    values: all,
    band: lens.band('capital.cumulative'),
  });
  if (hasSubstance(available)) {
    series.push({
      id: 'capital.available',
      label: 'Could be drawn',
      kind: 'line',
      tone: 'data-5',
      dash: 'dotted',
      values: available,
      band: lens.band('capital.available'),
    });
  }
  return assemble(lens, {
    id: 'capital',
    topic: 'Capital and circularity',
    finding: capitalFinding(lens),
    unit: 'USD',
    source: sourceLine(lens, 'all investors of the deals, at cost'),
    series,
    marks: timeMarks(lens, ['tranche', 'facility']),
  });
}

function capitalFinding(lens: Lens): string {
  const capital = lens.final('capital.cumulative');
  const committed = lens.final('commitment.committed.cumulative');
  const recycled = lens.final('circularity.recycled-share');
  const carries =
    committed > 0
      ? `${formatMoney(capital)} of capital stands against ${formatRound(committed, 'USD')} of commitment, ${formatRatio(committed / capital)}`
      : `${formatMoney(capital)} of capital comes in`;
  return Number.isFinite(recycled) ? `${carries}; it covers ${formatShare(recycled)} of spend` : carries;
}
