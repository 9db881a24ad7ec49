import type { Timeline } from './timeline.ts';

/** A place in the palette: data colours in a fixed order, and the few that carry a meaning of their own. */
export type Tone =
  | 'data-1'
  | 'data-2'
  | 'data-3'
  | 'data-4'
  | 'data-5'
  | 'data-6'
  | 'data-7'
  | 'data-8'
  | 'ink'
  | 'muted'
  | 'alarm';

/** The line style that tells series apart without colour. */
export type Dash =
  | 'solid'
  | 'dashed'
  | 'dotted'
  | 'dash-dot'
  | 'long'
  | 'short'
  | 'long-dot'
  | 'long-dot-dot';

/** What stands on a line here and there, once there are more lines than styles. */
export type Marker = 'circle' | 'square' | 'triangle';

/** What lies over an area and tells it apart without colour. */
export type Texture =
  | 'plain'
  | 'rising'
  | 'dots'
  | 'falling'
  | 'level'
  | 'crossed'
  | 'upright'
  | 'grid'
  | 'rising-close'
  | 'dots-close'
  | 'falling-close'
  | 'level-close'
  | 'upright-close';

/** Percentiles of a series in the chart's display unit, one value per period. */
export interface FanBand {
  readonly p5: Float64Array;
  readonly p25: Float64Array;
  readonly p50: Float64Array;
  readonly p75: Float64Array;
  readonly p95: Float64Array;
}

/** One thing drawn. Areas and bars of a chart are stacked in the order given; lines stand over them. */
export interface ChartSeries {
  /** The measure it shows. */
  readonly id: string;
  readonly label: string;
  readonly kind: 'area' | 'bar' | 'line';
  readonly tone: Tone;
  readonly dash: Dash;
  /** Of an area or a bar; absent where nothing lies over it. */
  readonly texture?: Texture;
  /** Of a line; absent where nothing stands on it. */
  readonly marker?: Marker;
  /** In the chart's display unit, one per period; NaN where there is no answer. */
  readonly values: Float64Array;
  readonly band: FanBand | null;
  /** How strongly it is drawn among others of its tone, 0 to 1; fully where not given. */
  readonly strength?: number;
  /** What has been observed of it, in the chart's display unit; absent where nothing has. */
  readonly observed?: readonly ObservedPoint[];
}

/** One observation over a fan, at a point in time counted in months since the start. */
export interface ObservedPoint {
  readonly month: number;
  readonly value: number;
}

/** A level to compare with: a line, or a range when `to` is given. In the chart's display unit. */
export interface Reference {
  readonly label: string;
  readonly from: number;
  readonly to: number | null;
}

/** Something that happens at a point in time, in months since the start. */
export interface TimeMark {
  readonly month: number;
  readonly label: string;
}

/** A chart as plain data: what is shown, said and compared, before anything is drawn. */
export interface ChartView {
  readonly id: string;
  /** What the chart is about: `Capacity by phase`. */
  readonly topic: string;
  /** What the numbers show, as a sentence computed from them. */
  readonly finding: string;
  /** Unit of the values: `GW`, `$B`. */
  readonly unit: string;
  /** How a value of the chart is written, from its display unit. */
  readonly prefix: string;
  readonly suffix: string;
  /** How the figures are to be read. */
  readonly source: string;
  readonly timeline: Timeline;
  readonly series: readonly ChartSeries[];
  readonly references: readonly Reference[];
  readonly marks: readonly TimeMark[];
  /** Names the ring the bands come from: `central line`, `256 draws`. */
  readonly ring: string;
}

/** The order in which series take the data colours. */
export function dataTone(index: number): Tone {
  const tones: readonly Tone[] = [
    'data-1',
    'data-2',
    'data-3',
    'data-4',
    'data-5',
    'data-6',
    'data-7',
    'data-8',
  ];
  return tones[index % tones.length] ?? 'data-1';
}
