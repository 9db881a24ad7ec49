import type { Threshold } from '#shared/engine/summary/probability.ts';
import { monthLabelAt } from '../calendar.ts';
import type { DisplayUnit } from '../display-unit.ts';
import { formatNumber, formatShare } from '../format.ts';
import { formatMeasuredShare } from '../format-measured.ts';
import { type About, errorText, figureText, nameAt, unitOfSpread } from './about.ts';
import type { DistributionResult } from './answers.ts';

/** A distribution as it is shown: bars, a cumulative curve, figures with the digits their errors support. */
export interface DistributionView {
  readonly finding: string;
  readonly basis: string;
  readonly unit: DisplayUnit;
  /** The range worth looking at: all but the farthest half per cent on either side. */
  readonly window: readonly [from: number, to: number];
  /** Edges of the bars in the display unit, and the share of draws in each; empty where nothing has an answer. */
  readonly edges: Float64Array;
  readonly shares: Float64Array;
  /** The cumulative distribution: values in the display unit at probabilities from 0 to 1. */
  readonly curve: { readonly values: Float64Array; readonly probabilities: Float64Array };
  /** Places worth a line: percentiles and the mean, in the display unit. */
  readonly marks: readonly { readonly label: string; readonly at: number; readonly text: string }[];
  /** Figures with their sampling errors, for reading. */
  readonly facts: readonly { readonly label: string; readonly value: string; readonly error: string }[];
}

const figures = [
  ['P5', 'p5', 'p5Error'],
  ['P25', 'p25', 'p25Error'],
  ['P50', 'p50', 'medianError'],
  ['P75', 'p75', 'p75Error'],
  ['P95', 'p95', 'p95Error'],
  ['Mean', 'mean', 'standardError'],
] as const;
const marked: readonly string[] = ['P5', 'P50', 'P95'];

/** Builds what is shown of a distribution. */
export function distributionView(about: About, result: DistributionResult): DistributionView {
  const { histogram, bands, at, draws } = result;
  const value = (key: (typeof figures)[number][1 | 2]): number => bands[key][at] ?? Number.NaN;
  const unit = unitOfSpread(
    about,
    value('p50'),
    figures.map(([, key]) => value(key)),
  );
  const facts = figures.map(([label, key, error]) => ({
    label,
    value: figureText(about, value(key), unit, value(error)),
    error: errorText(about, value(error), unit),
  }));
  const fact = (label: string): string => facts.find((one) => one.label === label)?.value ?? '';
  const name = nameAt(about, at);
  const answered = bands.answered[at] ?? 0;
  const gaps = answered < 1 ? ` ${formatShare(1 - answered)} of draws have no answer.` : '';
  const scaled = (values: Float64Array | undefined): Float64Array =>
    values?.map((one) => one * unit.factor) ?? new Float64Array();
  return {
    finding: findingOf(name, histogram !== null, value('p5') === value('p95'), fact),
    basis: `Over ${formatNumber(draws, 0)} draws; percentiles lie linearly between order statistics (type 7), errors are one standard error.${gaps}`,
    unit,
    window: windowOf(scaled(histogram?.values)),
    edges: scaled(histogram?.edges),
    shares: histogram?.shares ?? new Float64Array(),
    curve: {
      values: scaled(histogram?.values),
      probabilities: histogram?.probabilities ?? new Float64Array(),
    },
    marks: figures.flatMap(([label, key]) =>
      marked.includes(label) && Number.isFinite(value(key))
        ? [{ label, at: value(key) * unit.factor, text: fact(label) }]
        : [],
    ),
    facts,
  };
}

/** Cuts off tails that would leave most of the picture empty. */
function windowOf(values: Float64Array): readonly [number, number] {
  const last = values.length - 1;
  const [least = 0, low = 0] = [values[0], values[1]];
  const [high = 1, most = 1] = [values[last - 1], values[last]];
  const room = 0.15 * (high - low);
  return [Math.max(least, low - room), Math.min(most, high + room)];
}

function findingOf(
  name: string,
  hasAnswer: boolean,
  isCertain: boolean,
  fact: (label: string) => string,
): string {
  if (!hasAnswer) return `${name} has no answer in any draw`;
  if (isCertain) return `${name} is ${fact('P50')} in nearly every draw`;
  return `${name}: nine draws in ten lie between ${fact('P5')} and ${fact('P95')}, half of them below ${fact('P50')}`;
}

/** Says how likely a condition is at the month asked about, and when it becomes likely. */
export function probabilityText(
  about: About,
  { probability, at }: DistributionResult,
  { comparison, value }: Threshold,
): string {
  if (probability === null) return '';
  const what = `${comparison === 'at-least' ? 'at least' : 'at most'} ${figureText(about, value)}`;
  const now = formatMeasuredShare(probability.at[at] ?? Number.NaN, probability.atError[at] ?? 0);
  const ever = formatMeasuredShare(probability.by[at] ?? Number.NaN, probability.byError[at] ?? 0);
  const even = probability.by.findIndex((share) => share >= 0.5);
  const when = even === -1 ? '' : `; half of the draws have met it by ${monthLabelAt(about.start, even)}`;
  return `${nameAt(about, at)} is ${what} in ${now} of draws; it has been so by then in ${ever}${when}`;
}
