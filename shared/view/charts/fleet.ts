import { monthLabelAt } from '../calendar.ts';
import type { ChartView } from '../chart.ts';
import { formatPower, formatShare } from '../format.ts';
import type { Lens } from '../lens.ts';
import { timeMarks } from '../marks.ts';
import { areaLook } from '../series-look.ts';
import { humanise } from '../words.ts';
import { assemble, sourceLine } from './assemble.ts';

/** Shows the power of the installed fleet by chip generation. */
export function fleetChart(lens: Lens): ChartView | null {
  if (lens.generations.length === 0) return null;
  return assemble(lens, {
    id: 'fleet',
    topic: 'Fleet by generation',
    finding: fleetFinding(lens),
    unit: 'MW',
    source: sourceLine(lens, 'IT power installed, vintages less retirements'),
    series: lens.generations.map((key, at) => ({
      id: `fleet.power.${key}`,
      label: humanise(key),
      ...areaLook(at),
      values: lens.values(`fleet.power.${key}`) ?? new Float64Array(),
    })),
    marks: timeMarks(lens, ['generation', 'option']),
  });
}

/** Names the generation that leads at the end, its share, and when it overtook the leader before it. */
function fleetFinding(lens: Lens): string {
  const { start, months } = lens.projection;
  const fleets = lens.generations.map((key) => ({
    key,
    values: lens.lookup(`fleet.power.${key}`)?.values ?? new Float64Array(months),
  }));
  const leaderAt = (month: number) =>
    fleets.reduce((best, one) => ((one.values[month] ?? 0) > (best.values[month] ?? 0) ? one : best));
  const totalAt = (month: number) => fleets.reduce((sum, one) => sum + (one.values[month] ?? 0), 0);
  const leader = leaderAt(months - 1);
  const total = totalAt(months - 1);
  if (!(total > 0)) return 'No chips are left at the end of the horizon';
  const share = formatShare((leader.values[months - 1] ?? 0) / total);
  const holds = `${share} of the ${formatPower(total)} fleet at the end`;
  let since = months - 1;
  while (since > 0 && leaderAt(since - 1) === leader) since--;
  const before = since > 0 ? leaderAt(since - 1) : leader;
  return before === leader || totalAt(since - 1) === 0
    ? `${humanise(leader.key)} leads throughout and is ${holds}`
    : `${humanise(leader.key)} overtakes ${humanise(before.key)} in ${monthLabelAt(start, since)} and is ${holds}`;
}
