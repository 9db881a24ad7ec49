import type { ChartView, Tone } from '#shared/view/chart.ts';
import { type Label, rectangle, type Shape } from './drawing.ts';
import { seriesSample } from './series-sample.ts';
import { fitText, textWidth } from './text-width.ts';

/** Where a key stands. */
export interface KeyRoom {
  readonly left: number;
  readonly top: number;
  readonly width: number;
}

/** The colours a key is drawn with. */
export interface KeyColours {
  readonly tones: Readonly<Record<Tone, string>>;
  readonly surface: string;
  readonly ink: string;
}

interface KeyEntry {
  readonly text: string;
  /** Draws the sample with its left edge and its middle line at a point. */
  readonly sample: (x: number, y: number) => Shape[];
}

const size = 11;
const lineHeight = 16;
const sampleWidth = 22;
const sampleReach = 5;
const sampleGap = 6;
const entryGap = 16;

/** Draws the key of a chart as lines of entries, each a sample of how the series is drawn and its name. */
export function pictureKey(
  view: ChartView,
  colours: KeyColours,
  room: KeyRoom,
): { items: (Shape | Label)[]; bottom: number } {
  const items: (Shape | Label)[] = [];
  let x = 0;
  let line = 0;
  for (const entry of entries(view, colours)) {
    const text = fitText(entry.text, room.width - sampleWidth - sampleGap, size);
    const width = sampleWidth + sampleGap + textWidth(text, size);
    if (x > 0 && x + width > room.width) {
      x = 0;
      line += 1;
    }
    const left = room.left + x;
    const middle = room.top + line * lineHeight + lineHeight / 2;
    items.push(...entry.sample(left, middle), {
      kind: 'label',
      text,
      x: left + sampleWidth + sampleGap,
      y: middle + size * 0.36,
      size,
      weight: 400,
      anchor: 'start',
      fill: colours.ink,
    });
    x += width + entryGap;
  }
  return { items, bottom: room.top + (line + 1) * lineHeight };
}

/** The series in their order, then what else is drawn of them: their fan and what has been observed. */
function entries(view: ChartView, { tones, surface }: KeyColours): KeyEntry[] {
  const fan = view.series.find(({ band }) => band !== null);
  const observed = view.series.find((series) => series.observed !== undefined);
  return [
    ...view.series.map(
      (series): KeyEntry => ({
        text: series.label,
        sample: (x, y) => {
          const room = { left: x, right: x + sampleWidth, top: y - sampleReach, bottom: y + sampleReach };
          return seriesSample(series, room, { own: tones[series.tone], surface });
        },
      }),
    ),
    ...(fan ? [{ text: 'P25–P75 within P5–P95', sample: fanSample(tones[fan.tone]) }] : []),
    ...(observed ? [{ text: 'observed', sample: observedSample(tones[observed.tone]) }] : []),
  ];
}

function fanSample(colour: string): KeyEntry['sample'] {
  return (x, y) => [block(x, y, 6, colour, 0.14), block(x, y, 3, colour, 0.2)];
}

function observedSample(fill: string): KeyEntry['sample'] {
  const reach = 4.5;
  return (x, y) => {
    const middle = x + sampleWidth / 2;
    return [
      {
        kind: 'shape',
        fill,
        path: [
          ['M', middle, y - reach],
          ['L', middle + reach, y],
          ['L', middle, y + reach],
          ['L', middle - reach, y],
          ['Z'],
        ],
      },
    ];
  };
}

function block(x: number, y: number, reach: number, fill: string, fillOpacity: number): Shape {
  const box = { left: x, top: y - reach, right: x + sampleWidth, bottom: y + reach };
  return { kind: 'shape', path: rectangle(box), fill, fillOpacity };
}
