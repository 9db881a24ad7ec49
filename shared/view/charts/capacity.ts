import { monthLabelAt } from '../calendar.ts';
import type { ChartView } from '../chart.ts';
import { formatPower, formatShare } from '../format.ts';
import type { Lens } from '../lens.ts';
import { timeMarks } from '../marks.ts';
import { firstReaching, hasSubstance, indexOfLargest } from '../reach.ts';
import { areaLook } from '../series-look.ts';
import { humanise } from '../words.ts';
import { assemble, type RawSeries, sourceLine } from './assemble.ts';

/** Shows online power by phase (by deal where there are several deals) against what is contracted. */
export function capacityChart(lens: Lens): ChartView | null {
  const online = lens.values('capacity.online');
  if (!online) return null;
  const parts = underCeiling(partsOf(lens), online);
  const contracted = lens.values('capacity.contracted');
  const total: RawSeries = {
    id: 'capacity.online',
    label: parts.length > 1 ? 'Online' : 'Online power',
    kind: 'line',
    tone: 'ink',
    dash: 'solid',
    values: online,
    band: lens.band('capacity.online'),
  };
  return assemble(lens, {
    id: 'capacity',
    topic: lens.deals.length > 1 ? 'Capacity by deal' : 'Capacity by phase',
    finding: capacityFinding(lens),
    unit: 'MW',
    source: sourceLine(lens, 'power in the basis each deal states'),
    series: [
      ...parts,
      total,
      ...(hasSubstance(contracted)
        ? [
            {
              id: 'capacity.contracted',
              label: 'Contracted',
              kind: 'line',
              tone: 'muted',
              dash: 'dashed',
              values: contracted,
            } as const,
          ]
        : []),
    ],
    marks: timeMarks(lens, ['phase', 'ceiling']),
  });
}

function partsOf(lens: Lens): RawSeries[] {
  const [only, ...others] = lens.deals;
  const ids =
    only && others.length === 0
      ? lens.projection.series
          .map((series) => series.info.id)
          .filter((id) => id.startsWith(`${only.key}.capacity.phase.`))
      : lens.deals.map((deal) => `${deal.key}.capacity.online`);
  return ids.flatMap((id, at) => {
    const values = lens.values(id);
    const key = id.includes('.capacity.phase.')
      ? (id.split('.capacity.phase.')[1] ?? id)
      : (id.split('.')[0] ?? id);
    return values ? [{ id, label: humanise(key), ...areaLook(at), values }] : [];
  });
}

/**
 * Cuts the parts, the latest first, to what is really online: phases are stated before the ceiling. What is online beyond
 * all parts comes from options.
 */
function underCeiling(parts: readonly RawSeries[], online: Float64Array): RawSeries[] {
  const left = online.slice();
  const cut = parts.map((part) => ({
    ...part,
    values: part.values.map((value, at) => {
      const kept = Math.min(value, Math.max(0, left[at] ?? 0));
      left[at] = (left[at] ?? 0) - kept;
      return kept;
    }),
  }));
  const options: RawSeries = {
    id: 'capacity.options',
    label: 'Options',
    ...areaLook(parts.length),
    values: left,
  };
  return parts.length > 0 && left.some((power) => power > 1) ? [...cut, options] : cut;
}

function capacityFinding(lens: Lens): string {
  const online = lens.lookup('capacity.online')?.values ?? new Float64Array();
  const start = lens.projection.start;
  const peak = online[indexOfLargest(online)] ?? 0;
  if (!(peak > 0)) return 'No power comes online within the horizon';
  const when = monthLabelAt(start, firstReaching(online, peak * 0.999));
  const contracted = lens.final('capacity.contracted');
  const clipped = lens.lookup('capacity.clipped')?.values;
  const cut = clipped?.[indexOfLargest(clipped)] ?? 0;
  const against =
    contracted > 0 && peak < contracted * 0.995
      ? `, ${formatShare(peak / contracted)} of what is contracted`
      : contracted > 0
        ? ', all that is contracted'
        : '';
  const ceiling = cut > 0.5 ? `; the ceiling cuts ${formatPower(cut)}` : '';
  return `Online power reaches ${formatPower(peak)} in ${when}${against}${ceiling}`;
}
