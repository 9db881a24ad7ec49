/**
 * The distribution of one measure by month. Percentiles follow type 7 of Hyndman and Fan (1996), linear between order
 * statistics, as in Excel's PERCENTILE.INC. Errors are one standard deviation of sampling error, in the units of the measure. NaN
 * where no draw has an answer.
 */
export interface Bands {
  readonly p5: Float64Array;
  readonly p25: Float64Array;
  readonly p50: Float64Array;
  readonly p75: Float64Array;
  readonly p95: Float64Array;
  readonly mean: Float64Array;
  /** Sampling error of the mean. */
  readonly standardError: Float64Array;
  readonly p5Error: Float64Array;
  readonly p25Error: Float64Array;
  readonly medianError: Float64Array;
  readonly p75Error: Float64Array;
  readonly p95Error: Float64Array;
  /** Share of draws that have an answer, 0…1; the other figures speak of these draws only. */
  readonly answered: Float64Array;
}

/** The probabilities of the percentiles of a band. */
export const BAND_PROBABILITIES = [0.05, 0.25, 0.5, 0.75, 0.95] as const;

/** The figures of a band in the order in which a table holds them. */
export const BAND_FIGURES = [
  'p5',
  'p25',
  'p50',
  'p75',
  'p95',
  'mean',
  'standardError',
  'p5Error',
  'p25Error',
  'medianError',
  'p75Error',
  'p95Error',
  'answered',
] as const satisfies readonly (keyof Bands)[];

/** Returns the length of the table that holds the bands of so many measures. */
export function bandTableLength(measures: number, months: number): number {
  return measures * BAND_FIGURES.length * months;
}

/** Returns the place of a figure in a table: figures of a measure stand together, each by month. */
export function bandPlace(measure: number, figure: number, month: number, months: number): number {
  return (measure * BAND_FIGURES.length + figure) * months + month;
}

/** Returns the bands of one measure as views into a table filled by `summarise`. */
export function bandsOf(table: Float64Array, measure: number, months: number): Bands {
  const view = (figure: keyof Bands) => {
    const start = bandPlace(measure, BAND_FIGURES.indexOf(figure), 0, months);
    return table.subarray(start, start + months);
  };
  return {
    p5: view('p5'),
    p25: view('p25'),
    p50: view('p50'),
    p75: view('p75'),
    p95: view('p95'),
    mean: view('mean'),
    standardError: view('standardError'),
    p5Error: view('p5Error'),
    p25Error: view('p25Error'),
    medianError: view('medianError'),
    p75Error: view('p75Error'),
    p95Error: view('p95Error'),
    answered: view('answered'),
  };
}
