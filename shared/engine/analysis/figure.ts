/** One number of a run: a measure (index among the measures of the kernel) at a month. */
export interface Figure {
  readonly measure: number;
  readonly month: number;
}

/** A value put in the place of an input's own. */
export interface Override {
  readonly slot: number;
  readonly value: number;
}

/** One run of the model: the central values but for these. */
export type Point = readonly Override[];

/** Computes figures at many points: `result[figure * points.length + point]`, NaN where a figure has no answer. */
export type EvaluatePoints = (points: readonly Point[]) => Float64Array;
