import { apart } from '#shared/export/drawing/end-labels.ts';
import type { Places } from '#shared/export/drawing/series-outlines.ts';
import type { ChartView } from '#shared/view/chart.ts';
import type { IsShown } from './figure-elements.ts';
import type { MonthRange, PlotRoom } from './geometry.ts';
import type { Palette } from './palette.ts';

/** The name of a series beside its end. */
export interface NameElement {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly style: Readonly<Record<string, unknown>>;
}

const nameSize = 11;
/** From the end of a line to its name. */
const nameDistance = 6;

/** Names the lines of a chart beside where they end in sight; names that would overlap are moved apart. */
export function nameElements(
  view: ChartView,
  places: Places,
  { y: top, height }: PlotRoom,
  [from, to]: MonthRange,
  isShown: IsShown,
  { tones, font }: Palette,
): NameElement[] {
  const inSight = view.timeline.last.filter((last) => last + 1 <= to).length;
  const ends = view.series
    .filter(({ kind }) => kind === 'line')
    .flatMap((series) => {
      const at = series.values.subarray(0, inSight).findLastIndex(isShown);
      const month = view.timeline.last[at];
      const value = series.values[at];
      if (month === undefined || value === undefined || month + 1 < from) return [];
      return [{ series, x: places.x(month + 1), y: places.y(value) }];
    })
    .sort((one, other) => one.y - other.y);
  const heights = apart(
    ends.map(({ y }) => y),
    nameSize + 2,
    top,
    top + height,
  );
  return ends.map(({ series, x, y }, at) => ({
    type: 'text',
    x: x + nameDistance,
    y: heights[at] ?? y,
    style: {
      text: series.label,
      fill: tones[series.tone],
      fontSize: nameSize,
      fontFamily: font,
      verticalAlign: 'middle',
    },
  }));
}
