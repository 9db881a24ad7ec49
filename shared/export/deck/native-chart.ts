import type { AxisRange } from '#shared/view/axis-range.ts';
import type { Dash, Marker, Texture, Tone } from '#shared/view/chart.ts';

/** A chart as slide programs know it: groups of series over categories, with every number it shows and no other. */
export interface NativeChart {
  readonly categories: Categories;
  /** From back to front. */
  readonly groups: readonly ChartGroup[];
  readonly range: AxisRange;
  /** The axis on the right, for groups that measure something else; null where all share one. */
  readonly secondRange: AxisRange | null;
  /** How values are written, in the codes of spreadsheets. */
  readonly valueFormat: string;
  readonly unit: string;
  /** How a value is written in words. */
  readonly prefix: string;
  readonly suffix: string;
  readonly hasKey: boolean;
  /** Shares of the chart left free around the plot, for names beside its lines and arrows over its bars. */
  readonly margin: {
    readonly left: number;
    readonly right: number;
    readonly top: number;
    readonly bottom: number;
  };
  readonly arrows: readonly DifferenceArrow[];
}

/** What stands along the other axis: months as days of the spreadsheet calendar, or texts. */
export type Categories =
  | { readonly kind: 'months'; readonly days: readonly number[] }
  | {
      readonly kind: 'texts';
      readonly texts: readonly string[];
      /** Steps of a scale, of which some may stay unnamed where there is no room. */
      readonly isScale: boolean;
    };

/** Series drawn the same way. No stack stands on the second axis, since not every program keeps two stacks apart. */
export interface ChartGroup {
  readonly kind: 'area' | 'bar' | 'line';
  readonly isStacked: boolean;
  /** Bars that lie; the categories then run from above. */
  readonly isLying: boolean;
  /** Measured on the axis on the right. */
  readonly isOnSecond: boolean;
  /** Between bars, in per cent of a bar. */
  readonly gap: number;
  readonly series: readonly NativeSeries[];
}

/** One row of numbers and how it looks. */
export interface NativeSeries {
  /** Names the series for as long as the deck lives. */
  readonly key: string;
  readonly label: string;
  /** A figure of its own, the distance between two, or something that only holds others up. */
  readonly role: 'figure' | 'width' | 'helper';
  /** NaN where there is no answer. */
  readonly values: ArrayLike<number>;
  /** Null where it is not drawn at all, as the base of a stack. */
  readonly fill: Paint | null;
  readonly line: Stroke | null;
  /** What stands on a line, and at which points; null where nothing does. */
  readonly markers: { readonly marker: Marker; readonly at: readonly number[] } | null;
  readonly pointFills: readonly { readonly at: number; readonly fill: Paint }[];
  readonly pointLabels: readonly PointLabel[];
  readonly isInKey: boolean;
}

/** A colour of the deck's own theme, or one that means the same in every deck; opacity 0 to 1; and what lies over it. */
export interface Paint {
  readonly tone: Tone;
  readonly opacity: number;
  readonly texture?: Texture;
}

/** A line: its colour, its width in points, its dashes. */
export interface Stroke {
  readonly tone: Tone;
  readonly width: number;
  readonly dash: Dash;
  /** 0 to 1; opaque where not given. */
  readonly opacity?: number;
}

/** Words at one point of a series. */
export interface PointLabel {
  readonly at: number;
  readonly text: string;
  readonly place: 'right' | 'above' | 'below' | 'left';
  readonly isUpright: boolean;
  readonly tone: Tone;
}

/** An arrow beside the bars, from one level to another. */
export interface DifferenceArrow {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A series drawn plainly; the rest is said where it differs. */
export const plainSeries = {
  role: 'figure',
  fill: null,
  line: null,
  markers: null,
  pointFills: [],
  pointLabels: [],
  isInKey: true,
} as const;

/** A group drawn plainly. */
export const plainGroup = { isStacked: false, isLying: false, isOnSecond: false, gap: 50 } as const;

/** Lists the series of a chart in the order of their columns. */
export function allSeries({ groups }: Pick<NativeChart, 'groups'>): NativeSeries[] {
  return groups.flatMap(({ series }) => series);
}
