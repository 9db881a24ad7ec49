import { monthLabelAt } from '../calendar.ts';
import type { ChartView } from '../chart.ts';
import { formatMoney, formatShare } from '../format.ts';
import type { Lens } from '../lens.ts';
import { hasSubstance, indexOfLargest } from '../reach.ts';
import { areaLook } from '../series-look.ts';
import { assemble, sourceLine } from './assemble.ts';

/** Shows shares of online compute by deal or, with a single deal, what leaving it would cost. */
export function dependenceChart(lens: Lens): ChartView | null {
  return lens.deals.length > 1 ? sharesChart(lens) : leavingChart(lens);
}

function sharesChart(lens: Lens): ChartView | null {
  const shares = lens.deals.map((deal) => ({ deal, id: `dependence.share.${deal.key}` }));
  const last = shares
    .map(({ deal, id }) => ({ label: deal.label, share: lens.final(id) }))
    .sort((a, b) => b.share - a.share);
  const [largest] = last;
  if (!largest || !Number.isFinite(largest.share)) return null;
  const hhi = lens.final('dependence.hhi');
  const concentration = Number.isFinite(hhi) ? `; concentration (HHI) ${hhi.toFixed(2)}` : '';
  return assemble(lens, {
    id: 'dependence',
    topic: 'Dependence by deal',
    finding: `${largest.label} carries ${formatShare(largest.share)} of online compute at the end${concentration}`,
    unit: '1',
    source: sourceLine(lens, 'share of online IT power'),
    series: shares.flatMap(({ deal, id }, at) => {
      const values = lens.values(id);
      return values ? [{ id, label: deal.label, ...areaLook(at), values }] : [];
    }),
  });
}

function leavingChart(lens: Lens): ChartView | null {
  const liability = lens.values('dependence.liability');
  const porting = lens.values('dependence.switching-cost');
  // Without a cost of porting the two are the same line.
  const switching = porting?.every((cost, at) => cost === liability?.[at]) ? null : porting;
  if (!hasSubstance(liability) && !hasSubstance(switching)) return null;
  return assemble(lens, {
    id: 'dependence',
    topic: 'Cost of leaving',
    finding: leavingFinding(lens),
    unit: 'USD',
    source: sourceLine(lens, 'take-or-pay still owed, and with the porting of the installed base'),
    series: [
      ...(hasSubstance(liability)
        ? [
            {
              id: 'dependence.liability',
              label: 'Take-or-pay owed',
              kind: 'line',
              tone: 'data-2',
              dash: 'solid',
              values: liability,
              band: lens.band('dependence.liability'),
            } as const,
          ]
        : []),
      ...(hasSubstance(switching)
        ? [
            {
              id: 'dependence.switching-cost',
              label: 'With porting',
              kind: 'line',
              tone: 'data-4',
              dash: 'dashed',
              values: switching,
              band: lens.band('dependence.switching-cost'),
            } as const,
          ]
        : []),
    ],
  });
}

function leavingFinding(lens: Lens): string {
  const values = lens.lookup('dependence.liability')?.values ?? new Float64Array();
  const { start } = lens.projection;
  const at = indexOfLargest(values);
  const freed = values.findIndex((value, month) => month > at && value <= 1);
  const peak = `Leaving costs up to ${formatMoney(values[at] ?? Number.NaN)} of take-or-pay in ${monthLabelAt(start, Math.max(0, at))}`;
  return freed > 0 ? `${peak} and nothing from ${monthLabelAt(start, freed)}` : peak;
}
