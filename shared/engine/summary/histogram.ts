import { createOrderStatistics } from '../numeric/order-statistics.ts';

/** The distribution of one measure at one month. */
export interface Histogram {
  /** Edges of the bars, one more than there are bars. */
  readonly edges: Float64Array;
  /** Share of the answers in each bar; the shares sum to 1. */
  readonly shares: Float64Array;
  /** Values at `probabilities`: the cumulative distribution, read sideways. */
  readonly probabilities: Float64Array;
  readonly values: Float64Array;
  /** Share of draws that have an answer. */
  readonly answered: number;
}

const CURVE_POINTS = 200;
const FEWEST_BARS = 8;
const MOST_BARS = 60;

/**
 * Returns the histogram and the cumulative distribution of a sample, or null where it holds no answer. `weights`, where given, says how
 * much each place counts in the bars. The width of the bars follows Freedman and Diaconis (1981), twice the
 * interquartile range over the cube root of the number of answers, within 8 to 60 bars over the range of the sample.
 */
export function histogramOf(samples: Float64Array, weights?: Float64Array): Histogram | null {
  const order = createOrderStatistics(samples.length);
  const answers = order.load(samples);
  if (answers === 0) return null;
  const probabilities = Float64Array.from({ length: CURVE_POINTS + 1 }, (_, index) => index / CURVE_POINTS);
  const values = new Float64Array(CURVE_POINTS + 1);
  order.at(
    probabilities.map((probability) => probability * (answers - 1)),
    values,
  );
  const [low, high] = [values[0], values[CURVE_POINTS]];
  const middleHalf = values[0.75 * CURVE_POINTS] - values[0.25 * CURVE_POINTS];
  const bars = low === high ? 1 : barsFor(high - low, (2 * middleHalf) / Math.cbrt(answers));
  const width = (high - low) / bars;
  const shares = new Float64Array(bars);
  let all = 0;
  samples.forEach((value, at) => {
    if (Number.isNaN(value)) return;
    const weight = weights?.[at] ?? 1;
    const bar = width === 0 ? 0 : Math.min(bars - 1, Math.floor((value - low) / width));
    shares[bar] += weight;
    all += weight;
  });
  return {
    edges: Float64Array.from({ length: bars + 1 }, (_, edge) => (edge === bars ? high : low + edge * width)),
    shares: shares.map((weight) => weight / all),
    probabilities,
    values,
    answered: answers / samples.length,
  };
}

function barsFor(range: number, width: number): number {
  const wanted = width > 0 ? Math.ceil(range / width) : MOST_BARS;
  return Math.min(MOST_BARS, Math.max(FEWEST_BARS, wanted));
}
