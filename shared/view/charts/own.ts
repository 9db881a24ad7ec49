import type { ChartView } from '../chart.ts';
import { looksLike } from '../display-unit.ts';
import { formatQuantity } from '../format.ts';
import { type Lens, measureLabel } from '../lens.ts';
import { lineLook } from '../series-look.ts';
import { assemble, flowSourceLine, sourceLine } from './assemble.ts';

/** Shows measures of the user's choice as lines; those of another unit than the first are left out. */
export function ownChart(lens: Lens, id: string, measures: readonly string[]): ChartView | null {
  const known = measures.flatMap((one) => lens.lookup(one) ?? []);
  const [first] = known;
  if (!first) return null;
  const alike = known.filter((series) => series.info.unit === first.info.unit);
  const last = lens.final(first.info.id);
  const like = looksLike(first.info);
  return assemble(lens, {
    id,
    topic: alike.map((series) => measureLabel(series.info)).join(', '),
    finding: `${measureLabel(first.info)} stands at ${formatQuantity(last, first.info.unit, like)} at the end`,
    unit: first.info.unit,
    looksLike: like,
    source: (first.info.kind === 'flow' ? flowSourceLine : sourceLine)(
      lens,
      first.info.meaning.replace(/\.$/, ''),
    ),
    series: alike.map((series, at) => ({
      id: series.info.id,
      label: measureLabel(series.info),
      ...lineLook(at),
      values: lens.values(series.info.id) ?? new Float64Array(),
      band: lens.band(series.info.id),
    })),
  });
}
