import type { OwnChart } from '#shared/view/standing-charts.ts';
import type { Period } from '#shared/view/timeline.ts';

/** Sizes of slides, by what they are called. */
export const slideSizes = ['16:9', '4:3', 'a4'] as const;

/** The name of a slide size. */
export type SlideSize = (typeof slideSizes)[number];

/** What is wanted of an export besides its format. */
export interface ExportWishes {
  /** Ids of the pages wanted, in order; empty for the standard set. */
  readonly charts: readonly string[];
  /** Charts the user put together, which `charts` may name. */
  readonly own: readonly OwnChart[];
  readonly period: Period;
  readonly isCumulative: boolean;
  /** Measure whose drivers and bridge are shown, at the end of the projection. */
  readonly of: string;
  /** Pixels per point of a picture, 1 to 4. */
  readonly scale: number;
  readonly slideSize: SlideSize;
  /** Draws to make; null as the scenario says, 0 for the central path alone. */
  readonly draws: number | null;
}

/** What is meant where nothing is said. */
export const plainWishes: ExportWishes = {
  charts: [],
  own: [],
  period: 'month',
  isCumulative: true,
  of: 'spend.billed.cumulative',
  scale: 2,
  slideSize: '16:9',
  draws: null,
};
