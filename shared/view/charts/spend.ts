import { monthLabelAt } from '../calendar.ts';
import type { ChartView } from '../chart.ts';
import { formatDuration, formatMoney, formatRound, formatWhen } from '../format.ts';
import type { Lens } from '../lens.ts';
import { timeMarks } from '../marks.ts';
import { firstReaching, hasSubstance } from '../reach.ts';
import { capitalise } from '../words.ts';
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
  const amount = lens.final('commitment.committed.cumulative');
  const total = lens.final('spend.billed.cumulative');
  const end = monthLabelAt(start, months - 1);
  if (!(amount > 0)) return `Billed spend reaches ${formatMoney(total)} by ${end}; nothing is committed`;
  const commitment = `the ${formatRound(amount, 'USD')} commitment`;
  const shortfall = lens.final('commitment.shortfall.cumulative');
  const topUp = shortfall > 1e6 ? `; ${formatMoney(shortfall)} is shortfall` : '';
  const passed = firstReaching(billed, amount * (1 - 1e-9));
  const met = lens.final('commitment.met-month');
  if (!Number.isFinite(met)) {
    if (passed < 0)
      return `Billed spend reaches ${formatMoney(total)} by ${end}, ${formatMoney(amount - total)} short of ${commitment}${topUp}`;
    const lacking = formatMoney(lens.final('commitment.remaining'));
    return `Billed spend passes ${commitment}, yet ${lacking} of it is not met by ${end}${topUp}`;
  }
  const beside = besideDue(lens, amount, met);
  if (passed + 1 === met)
    return `Billed spend passes ${commitment} in ${monthLabelAt(start, passed)}${beside}${topUp}`;
  const when = formatWhen(met, start, {});
  const before = passed < 0 ? '' : `; billed spend passes it in ${monthLabelAt(start, passed)}`;
  return `${capitalise(commitment)} is met in ${when}${beside}${before}${topUp}`;
}

/** Says how far the end of the month in which the commitment is met lies from that in which all of it is due. */
function besideDue(lens: Lens, amount: number, met: number): string {
  const committed = lens.lookup('commitment.committed.cumulative')?.values ?? new Float64Array();
  const early = firstReaching(committed, amount * (1 - 1e-9)) + 1 - met;
  if (early === 0) return ', on time';
  return `, ${formatDuration(Math.abs(early))} ${early > 0 ? 'early' : 'late'}`;
}
