import type { Drawing, Label, Shape } from '#shared/export/drawing/drawing.ts';
import { straight } from '#shared/export/drawing/drawing.ts';
import { pictureKey } from '#shared/export/drawing/picture-key.ts';
import type { SvgInset } from '#shared/export/drawing/svg.ts';
import { wrapText } from '#shared/export/drawing/text-width.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { spokenSummary } from '#shared/view/spoken.ts';
import type { Palette } from '../../charts/palette.ts';

/** A plot drawn already, and its size. */
export interface DrawnPlot {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** A chart with all its words, and the plot that stands among them. */
export interface ChartPicture {
  readonly drawing: Drawing;
  readonly inset: SvgInset;
}

const margin = 16;
const findingSize = 15;
const topicSize = 12;
const noteSize = 10;
/** From one base line to the next, times the size. */
const leading = 1.3;
/** Of the size, above the base line. */
const ascent = 0.8;
/** Where the typeface is missing another stands in, and may be wider. */
const usable = 0.94;

/**
 * Sets a plot among the words it needs once it has left the window: finding, topic with unit and key above; condition, source
 * and ring below. The picture is as high as they make it.
 */
export function chartPicture(view: ChartView, plot: DrawnPlot, palette: Palette): ChartPicture {
  const width = plot.width + 2 * margin;
  const room = plot.width * usable;
  const finding = paragraph(wrapText(view.finding, room, findingSize, 600, 3), margin, findingSize, 600);
  const topic = wrapText(`${view.topic}, ${view.unit}`, room, topicSize, 400, 2);
  const about = paragraph(topic, finding.bottom + 2, topicSize, 400);
  const key = pictureKey(view, palette, { left: margin, top: about.bottom + 6, width: room });
  const plotTop = key.bottom + 8;
  const ruleAt = plotTop + plot.height + 8;
  const foot = footLines(view).flatMap((line) => wrapText(line, room, noteSize, 400, 4));
  const notes = paragraph(foot, ruleAt + 8, noteSize, 400);
  const drawing: Drawing = {
    width,
    height: Math.ceil(notes.bottom + margin),
    background: palette.surface,
    title: view.finding,
    description: spokenSummary(view),
    items: [
      ...finding.lines.map((line) => label(line, palette.ink)),
      ...about.lines.map((line) => label(line, palette.axis)),
      ...key.items,
      rule(ruleAt, width, palette),
      ...notes.lines.map((line) => label(line, palette.axis)),
    ],
    plot: null,
  };
  return { drawing, inset: { svg: plot.svg, x: margin, y: plotTop } };
}

/** The condition first: a picture is passed on without the scenario that made it. */
function footLines({ source, ring }: ChartView): string[] {
  return [`Conditional on these assumptions; ${ring}.`, source];
}

type Line = Pick<Label, 'text' | 'y' | 'size' | 'weight'>;

function paragraph(
  texts: readonly string[],
  top: number,
  size: number,
  weight: Label['weight'],
): { lines: Line[]; bottom: number } {
  const lines = texts.map((text, at) => ({ text, y: top + size * (ascent + leading * at), size, weight }));
  return { lines, bottom: top + size * leading * texts.length };
}

function label(line: Line, fill: string): Label {
  return { kind: 'label', x: margin, anchor: 'start', fill, ...line };
}

function rule(y: number, width: number, palette: Palette): Shape {
  return { kind: 'shape', path: straight(margin, y, width - margin, y), stroke: palette.grid };
}
