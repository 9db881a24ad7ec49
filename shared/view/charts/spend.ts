import { monthLabelAt } from '../calendar.ts';
import type { ChartView } from '../chart.ts';
import { formatDuration, formatMoney, formatRound } from '../format.ts';
import type { Lens } from '../lens.ts';
import { timeMarks } from '../marks.ts';
import { firstReaching, hasSubstance } from '../reach.ts';
import { assemble, flowSourceLine, sourceLine } from './assemble.ts';

/** Shows billed spend against what is committed, as running totals or period by period. */
export function spendChart(lens: Lens, isCumulative: boolean): ChartView | null {
  const twin = isCumulative ? '.cumulative' : '';
  const billedId = `spend.billed${twin}`;
  const committedId = `commitment.committed${twin}`;
  const billed = lens.values(billedId);
  if (!billed) return null;
  const committed = lens.values(committedId);
  const shortfall = lens.values(`commitment.shortfall${twin}`);
  return assemble(lens, {
    id: 'spend',
    topic: 'Spend against commitment',
    finding: spendFinding(lens),
    unit: 'USD',
    source: isCumulative
      ? sourceLine(lens, 'running totals, nominal')
      : flowSourceLine(lens, 'nominal amounts'),
    series: [
      ...(hasSubstance(shortfall)
        ? [
            {
              id: `commitment.shortfall${twin}`,
              label: 'Shortfall paid',
              kind: isCumulative ? 'area' : 'bar',
              tone: 'alarm',
              dash: 'solid',
              values: shortfall,
            } as const,
          ]
        : []),
      {
        id: billedId,
        label: 'Billed',
        kind: 'line',
        tone: 'data-1',
        dash: 'solid',
        values: billed,
        band: lens.band(billedId),
      },
      ...(hasSubstance(committed)
        ? [
            {
              id: committedId,
              label: 'Committed',
              kind: 'line',
              tone: 'data-2',
              dash: 'dashed',
              values: committed,
              band: null,
            } as const,
          ]
        : []),
    ],
    marks: timeMarks(lens, ['commitment']),
  });
}

function spendFinding(lens: Lens): string {
  const { start, months } = lens.projection;
  const billed = lens.lookup('spend.billed.cumulative')?.values ?? new Float64Array();
  const committed = lens.lookup('commitment.committed.cumulative')?.values ?? new Float64Array();
  const amount = lens.final('commitment.committed.cumulative');
  const total = lens.final('spend.billed.cumulative');
  const end = monthLabelAt(start, months - 1);
  if (!(amount > 0)) return `Billed spend reaches ${formatMoney(total)} by ${end}; nothing is committed`;
  const committedWords = `the ${formatRound(amount, 'USD')} commitment`;
  const shortfall = lens.final('commitment.shortfall.cumulative');
  const topUp = shortfall > 1e6 ? `; ${formatMoney(shortfall)} of it is shortfall` : '';
  const met = firstReaching(billed, amount * (1 - 1e-9));
  if (met < 0) {
    return `Billed spend reaches ${formatMoney(total)} by ${end}, ${formatMoney(amount - total)} short of ${committedWords}${topUp}`;
  }
  const due = firstReaching(committed, amount * (1 - 1e-9));
  const early = due - met;
  const beside =
    early > 0
      ? `, ${formatDuration(early)} early`
      : early < 0
        ? `, ${formatDuration(-early)} late`
        : ', on time';
  return `Billed spend passes ${committedWords} in ${monthLabelAt(start, met)}${beside}${topUp}`;
}
