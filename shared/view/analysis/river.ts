import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { monthLabelAt } from '../calendar.ts';
import type { SensitivityResult } from './answers.ts';

/** Which inputs matter, month by month: layers that lie on one another and fill at most 1. */
export interface River {
  /** Months since the start, and how they are called. */
  readonly months: Int32Array;
  readonly labels: readonly string[];
  readonly layers: readonly RiverLayer[];
}

/** One input of a river, or all that are too small to be told apart. */
export interface RiverLayer {
  readonly key: string | null;
  readonly label: string;
  readonly shares: Float64Array;
}

/** Layers that the eye can tell apart; the others are one. */
const mostLayers = 7;

/**
 * Builds the river of a sensitivity: shares of variance of the inputs that matter most at the month asked about, in that order, and of
 * the others together. Swings of a tornado count by their squares, as variances of independent inputs add up. A month in
 * which nothing differs has no river.
 */
export function riverOf(start: YearMonth, result: SensitivityResult, order: readonly number[]): River {
  const { months, inputs } = result;
  const shown = order.slice(0, mostLayers);
  const others = order.slice(mostLayers);
  const value = (input: number, at: number): number => {
    const share = result.shares[input * months.length + at] ?? Number.NaN;
    const weight = result.method === 'tornado' ? share * share : share;
    return Number.isNaN(weight) ? 0 : Math.max(0, weight);
  };
  const whole = Float64Array.from(months, (_, at) => {
    const sum = inputs.reduce((total, _note, input) => total + value(input, at), 0);
    // First indices leave room for what inputs do together; the other shares fill the whole.
    return result.method === 'sobol' ? Math.max(1, sum) : sum;
  });
  const layer = (key: string | null, label: string, members: readonly number[]): RiverLayer => ({
    key,
    label,
    shares: Float64Array.from(months, (_, at) => {
      const sum = members.reduce((total, input) => total + value(input, at), 0);
      return (whole[at] ?? 0) > 0 ? sum / (whole[at] ?? 1) : 0;
    }),
  });
  return {
    months,
    labels: Array.from(months, (month) => monthLabelAt(start, month)),
    layers: [
      ...shown.map((input) => layer(inputs[input]?.key ?? null, inputs[input]?.label ?? '', [input])),
      ...(others.length === 0 ? [] : [layer(null, `${others.length} others`, others)]),
    ],
  };
}
