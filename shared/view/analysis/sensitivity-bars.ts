import { type DisplayUnit, displayUnit } from '../display-unit.ts';
import { formatNumber, formatShare, noAnswer } from '../format.ts';
import { formatError, formatMeasured } from '../format-measured.ts';
import { type About, figureText, unitFor } from './about.ts';
import type { RankEffects, TornadoEffects, VarianceEffects } from './answers.ts';
import { inputText } from './input-text.ts';

/** A bar on an axis from 0 to 1, with the interval it may be off where that is known. */
export interface Bar {
  readonly from: number;
  readonly to: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Thin bars lie behind: what an input does together with others. */
  readonly kind: 'up' | 'down' | 'plain' | 'thin';
}

/** The cells and bars of one input. */
export interface BarRow {
  readonly cells: readonly string[];
  readonly bars: readonly Bar[];
}

/** What the axis of the bars says: where nothing happens, and labels along it. */
export interface BarAxis {
  readonly zero: number;
  readonly ticks: readonly { readonly at: number; readonly label: string }[];
}

interface Bars {
  readonly heads: readonly string[];
  readonly axis: BarAxis;
  readonly rows: readonly BarRow[];
}

/** Correlations have no unit. */
const bare: DisplayUnit = { factor: 1, label: '', prefix: '', suffix: '' };

/** Half the width of a 95 % interval in standard errors. */
const reach = 1.96;

/** Bars of rank correlation, to the right where the measure rises with the input. */
export function rankBars({ rank, standardError, contribution }: RankEffects): Bars {
  const place = (value: number): number => (1 + Math.max(-1, Math.min(1, value))) / 2;
  const rows = Array.from(rank, (value, input): BarRow => {
    const error = standardError[input] ?? Number.NaN;
    const share = contribution[input] ?? Number.NaN;
    if (Number.isNaN(value)) return { cells: [noAnswer, noAnswer], bars: [] };
    return {
      cells: [`${formatMeasured(value, error, bare)} ${formatError(error, bare)}`, formatShare(share)],
      bars: [
        {
          from: place(0),
          to: place(value),
          low: place(value - reach * error),
          high: place(value + reach * error),
          kind: value < 0 ? 'down' : 'up',
        },
      ],
    };
  });
  const ticks = [-1, -0.5, 0, 0.5, 1].map((value) => ({ at: place(value), label: formatNumber(value, 1) }));
  return { heads: ['Rank correlation', 'Of variance'], axis: { zero: 0.5, ticks }, rows };
}

/** Bars of a tornado around the central figure: each end says which way the input was moved. */
export function tornadoBars(about: About, result: TornadoEffects): Bars {
  const { central, p10, p90, atP10, atP90, inputs } = result;
  const all = [central, ...atP10, ...atP90].filter(Number.isFinite);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const unit = unitFor(about, all);
  const place = (value: number): number => (high > low ? (value - low) / (high - low) : 0.5);
  const rows = inputs.map((note, input): BarRow => {
    const [lower, upper] = [atP10[input] ?? Number.NaN, atP90[input] ?? Number.NaN];
    const ends = [p10[input], p90[input]].map((value) => inputText(value ?? Number.NaN, note, about.start));
    const cells = [ends.join(' → '), `${figureText(about, lower, unit)} → ${figureText(about, upper, unit)}`];
    const bar = (to: number, kind: 'up' | 'down'): Bar[] =>
      Number.isNaN(to) || to === central
        ? []
        : [{ from: place(central), to: place(to), low: null, high: null, kind }];
    return { cells, bars: [...bar(lower, 'down'), ...bar(upper, 'up')] };
  });
  const marks = low < high ? [low, central, high] : [central];
  const ticks = marks.map((value) => ({ at: place(value), label: figureText(about, value, unit) }));
  return { heads: ['Input, P10 → P90', 'Measure there'], axis: { zero: place(central), ticks }, rows };
}

/** Bars of variance indices: what an input does alone, and behind it what it does with all its interactions. */
export function varianceBars({ first, total }: VarianceEffects): Bars {
  const place = (value: number): number => Math.max(0, Math.min(1, value));
  const percent = displayUnit('1', 1);
  const cell = (index: { value: number; low: number; high: number }): string => {
    if (Number.isNaN(index.value)) return noAnswer;
    const [low, high] = [index.low, index.high].map((end) => formatNumber(end * percent.factor, 0));
    return `${formatShare(index.value)} (${low} to ${high})`;
  };
  const rows = first.map((alone, input): BarRow => {
    const all = total[input] ?? { value: Number.NaN, low: Number.NaN, high: Number.NaN };
    const bar = ({ value, low, high }: typeof alone, kind: 'plain' | 'thin'): Bar[] =>
      Number.isNaN(value) ? [] : [{ from: 0, to: place(value), low: place(low), high: place(high), kind }];
    return { cells: [cell(alone), cell(all)], bars: [...bar(all, 'thin'), ...bar(alone, 'plain')] };
  });
  const ticks = [0, 0.25, 0.5, 0.75, 1].map((value) => ({ at: value, label: formatShare(value) }));
  return { heads: ['Alone (95 %)', 'With interactions (95 %)'], axis: { zero: 0, ticks }, rows };
}
