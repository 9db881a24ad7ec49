import { unreachable } from '#shared/base/assert.ts';
import type { Place } from '#shared/scenario/text/node.ts';
import { formatNumber, formatShare } from '../format.ts';
import { capitalise } from '../words.ts';
import { type About, nameAt } from './about.ts';
import type { InputNote, SensitivityMethod, SensitivityResult } from './answers.ts';
import { type River, riverOf } from './river.ts';
import { type BarAxis, type BarRow, rankBars, tornadoBars, varianceBars } from './sensitivity-bars.ts';

/** One input of a sensitivity, with what the method says of it. */
export interface SensitivityRow extends BarRow {
  readonly key: string;
  readonly label: string;
  readonly isDecision: boolean;
  readonly place: Place | null;
}

/** A sensitivity as it is shown: inputs by what they matter, a table and bars. */
export interface SensitivityView {
  readonly finding: string;
  readonly basis: string;
  /** What hatched bars mean where the answer is drawn; empty where none are. */
  readonly hatching: string;
  /** Why the figures are to be taken with care, or null. */
  readonly warning: string | null;
  /** Heads of the cells of every row. */
  readonly heads: readonly string[];
  readonly axis: BarAxis;
  readonly rows: readonly SensitivityRow[];
  readonly river: River | null;
}

/** Builds what is shown of a sensitivity: the inputs that matter most first. */
export function sensitivityView(about: About, result: SensitivityResult): SensitivityView {
  const { heads, axis, rows } = barsOf(about, result);
  const weights = weightsOf(result);
  const order = [...result.inputs.keys()].sort(
    (one, two) => (weights[two] ?? 0) - (weights[one] ?? 0) || keyOrder(result.inputs, one, two),
  );
  return {
    finding: findingOf(about, result, order, weights),
    basis: basisOf(result),
    hatching: hatching[result.method],
    warning: warningOf(result),
    heads,
    axis,
    rows: order.flatMap((input) => {
      const note = result.inputs[input];
      const row = rows[input];
      if (note === undefined || row === undefined) return [];
      const { key, label, isDecision, place } = note;
      return [{ key, label, isDecision, place, ...row }];
    }),
    river: result.months.length === 0 ? null : riverOf(about.start, result, order),
  };
}

function barsOf(about: About, result: SensitivityResult): ReturnType<typeof rankBars> {
  switch (result.method) {
    case 'rank':
      return rankBars(result);
    case 'tornado':
      return tornadoBars(about, result);
    case 'sobol':
      return varianceBars(result);
    default:
      return unreachable(result);
  }
}

/** How much each input matters, as shares of 1 where the method knows shares. */
function weightsOf(result: SensitivityResult): Float64Array {
  const answered = (values: Float64Array): Float64Array =>
    values.map((value) => (Number.isNaN(value) ? 0 : value));
  switch (result.method) {
    case 'rank':
      return answered(result.contribution);
    case 'tornado':
      return answered(
        result.atP90.map((high, input) => Math.abs(high - (result.atP10[input] ?? Number.NaN))),
      );
    case 'sobol':
      return answered(Float64Array.from(result.total, ({ value }) => value));
    default:
      return unreachable(result);
  }
}

function keyOrder(inputs: readonly InputNote[], one: number, two: number): number {
  return (inputs[one]?.key ?? '') < (inputs[two]?.key ?? '') ? -1 : 1;
}

function findingOf(
  about: About,
  result: SensitivityResult,
  order: readonly number[],
  weights: Float64Array,
): string {
  const [first = 0, second = 0] = order;
  const name = nameAt(about, result.at);
  const label = (input: number): string => result.inputs[input]?.label ?? '';
  const start = capitalise(label(first));
  if (!((weights[first] ?? 0) > 0)) return `${name} depends on none of the uncertain inputs`;
  if (result.method === 'tornado') {
    const times = (weights[first] ?? 0) / (weights[second] ?? 0);
    const beside =
      order.length > 1 && Number.isFinite(times)
        ? `, ${formatNumber(times, times < 9.95 ? 1 : 0)} times as far as ${label(second)}`
        : '';
    return `${start} alone moves ${name} the most${beside}`;
  }
  const together = order.slice(0, 3).reduce((sum, input) => sum + (weights[input] ?? 0), 0);
  const share = formatShare(Math.min(1, weights[first] ?? 0));
  const three =
    result.method === 'rank' && order.length > 3
      ? `; the first three inputs together ${formatShare(Math.min(1, together))}`
      : '';
  const what = result.method === 'rank' ? 'drives' : 'with its interactions accounts for';
  return `${start} ${what} ${share} of the variance of ${name}${three}`;
}

const hatching: Readonly<Record<SensitivityMethod, string>> = {
  rank: 'Hatched: the measure falls as the input rises.',
  tornado: 'Hatched: at P10.',
  sobol: '',
};

function basisOf(result: SensitivityResult): string {
  const runs = formatNumber(result.runs, 0);
  switch (result.method) {
    case 'rank':
      return `Rank correlation over ${runs} draws already made; contribution is its square over the sum of squares.`;
    case 'tornado':
      return `Each input alone at its 10th and 90th percentile, all others at their median; ${runs} runs.`;
    case 'sobol':
      return `First and total variance indices with 95 % intervals; ${formatNumber(result.rows, 0)} rows, ${runs} runs.`;
    default:
      return unreachable(result);
  }
}

function warningOf({ method, tied }: SensitivityResult): string | null {
  if (tied.length === 0) return null;
  const pairs = tied.map((group) => group.join(' with ')).join('; ');
  const what = {
    rank: 'their effects cannot be told apart: each carries some of the other',
    tornado: 'one moves here as if the other stayed',
    sobol: 'the indices are those of the same inputs drawn independently',
  };
  return `Correlated inputs (${pairs}): ${what[method]}.`;
}
