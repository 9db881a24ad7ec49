import type { ChartView } from '#shared/view/chart.ts';
import { colours, toneColours } from './colours.ts';
import type { Label } from './drawing.ts';
import type { Scale } from './scale.ts';
import { stacks } from './stacks.ts';
import { fitText, textWidth } from './text-width.ts';

interface Wanted {
  readonly text: string;
  readonly y: number;
  readonly fill: string;
  readonly size: number;
  readonly weight: 400 | 600;
}

const size = 11.5;
const distance = 8;
/** The widest a name beside the plot may be. */
const widest = 170;

/** Tells the room the names beside the plot need. */
export function endLabelRoom(view: ChartView): number {
  const names = view.series.map(({ label }) => textWidth(label, size, 600));
  return Math.min(widest, Math.max(24, ...names)) + distance + 4;
}

/** Names every series beside its end, so that nothing needs a key; names that would overlap are moved apart. */
export function endLabels(view: ChartView, scale: Scale): Label[] {
  const { box } = scale;
  const wanted = [...stackNames(view, scale), ...lineNames(view, scale)].sort((a, b) => a.y - b.y);
  const places = apart(
    wanted.map(({ y }) => y),
    size + 2,
    box.top + size / 2,
    box.bottom,
  );
  return wanted.map(({ text, fill, size: own, weight }, at) => ({
    kind: 'label',
    text: fitText(text, widest, own, weight),
    x: box.right + distance,
    y: (places[at] ?? 0) + own * 0.36,
    size: own,
    weight,
    anchor: 'start',
    fill,
  }));
}

/** Moves sorted places apart to a least distance, as little as possible and within the ends. */
export function apart(places: readonly number[], least: number, from: number, to: number): number[] {
  const moved = [...places];
  for (let at = 0; at < moved.length; at++) {
    const before = at === 0 ? from - least : (moved[at - 1] ?? from);
    moved[at] = Math.max(moved[at] ?? 0, before + least);
  }
  for (let at = moved.length - 1; at >= 0; at--) {
    const after = at === moved.length - 1 ? to + least : (moved[at + 1] ?? to);
    moved[at] = Math.min(moved[at] ?? 0, after - least);
  }
  return moved;
}

function stackNames(view: ChartView, scale: Scale): Wanted[] {
  return stacks(view).map(({ series, from, to }) => ({
    text: series.label,
    y: (scale.y(from.at(-1) ?? 0) + scale.y(to.at(-1) ?? 0)) / 2,
    fill: toneColours[series.tone],
    size,
    weight: 600,
  }));
}

function lineNames(view: ChartView, scale: Scale): Wanted[] {
  let isFanNamed = false;
  return view.series
    .filter(({ kind }) => kind === 'line')
    .flatMap((series) => {
      const end = lastAnswer(series.values);
      if (end === null) return [];
      const fill = toneColours[series.tone];
      const name: Wanted = { text: series.label, y: scale.y(end), fill, size, weight: 600 };
      const low = series.band && lastAnswer(series.band.p5);
      const high = series.band && lastAnswer(series.band.p95);
      // The edges of one fan say what those of the others are.
      if (isFanNamed || low === null || high === null) return [name];
      isFanNamed = true;
      const edge = { fill: colours.faint, size: 10, weight: 400 } as const;
      return [{ ...edge, text: 'P95', y: scale.y(high) }, name, { ...edge, text: 'P5', y: scale.y(low) }];
    });
}

function lastAnswer(values: Float64Array): number | null {
  return values.findLast((value) => Number.isFinite(value)) ?? null;
}
