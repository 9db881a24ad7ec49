import type { ChartView } from '#shared/view/chart.ts';
import { hasEndLabels, type MonthRange } from './geometry.ts';
import type { Palette } from './palette.ts';

const fontSize = 10;
/** More marks than this are named at the cursor only, unless the chart is wide. */
const labelledAtMost = 6;

/** Words over lines and areas keep a rim of the ground they would stand on. */
const rim = (palette: Palette) => ({ textBorderColor: palette.surface, textBorderWidth: 2 });

/** Shades the ranges a chart compares with. */
export function referenceAreas(view: ChartView, palette: Palette): object {
  return {
    silent: true,
    itemStyle: { color: palette.reference },
    label: {
      color: palette.axis,
      fontSize,
      fontFamily: palette.font,
      position: 'insideTopLeft',
      distance: 3,
      ...rim(palette),
    },
    data: view.references
      .filter((reference) => reference.to !== null)
      .map((reference) => [{ name: reference.label, yAxis: reference.from }, { yAxis: reference.to }]),
  };
}

/** Draws the levels a chart compares with. */
export function referenceLines(view: ChartView, palette: Palette): object[] {
  return view.references
    .filter((reference) => reference.to === null)
    .map((reference) => ({
      yAxis: reference.from,
      lineStyle: { color: palette.axis, type: [4, 3], width: 1 },
      label: {
        formatter: reference.label,
        position: 'insideEndTop',
        color: palette.axis,
        fontSize,
        fontFamily: palette.font,
        ...rim(palette),
      },
    }));
}

/** Draws what happens at a point in time; marks that would lie on one another are joined. */
export function timeMarkLines(
  view: ChartView,
  frame: { readonly width: number; readonly months: MonthRange; readonly palette: Palette },
): object[] {
  const { palette, months, width } = frame;
  const near = ((months[1] - months[0]) / Math.max(1, width)) * 12;
  const groups: { month: number; labels: string[] }[] = [];
  for (const mark of [...view.marks].sort((a, b) => a.month - b.month)) {
    if (mark.month < months[0] || mark.month > months[1]) continue;
    const last = groups[groups.length - 1];
    if (last && mark.month - last.month < near) last.labels.push(mark.label);
    else groups.push({ month: mark.month, labels: [mark.label] });
  }
  const isLabelled = groups.length <= labelledAtMost || hasEndLabels(width);
  return groups.map(({ month, labels }) => ({
    xAxis: month,
    lineStyle: { color: palette.axis, type: [1, 3], width: 1 },
    label: {
      show: isLabelled,
      formatter: labels.length > 1 ? `${labels[0]} +${labels.length - 1}` : labels[0],
      position: 'insideEndBottom',
      rotate: 90,
      distance: [2, 3],
      color: palette.ink,
      fontSize,
      fontFamily: palette.font,
      ...rim(palette),
    },
  }));
}
