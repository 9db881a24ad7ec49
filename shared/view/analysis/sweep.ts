import { type DisplayUnit, displayUnit } from '../display-unit.ts';
import { formatNumber, formatShare } from '../format.ts';
import { type About, errorText, figureText, nameAt, unitFor } from './about.ts';
import type { SweepResult, SweepSpread } from './answers.ts';
import { inputText } from './input-text.ts';
import { tieWords } from './ties.ts';

/** A sweep as it is shown. */
export interface SweepView {
  readonly finding: string;
  /** What the figures rest on, where they are not those of the central path. */
  readonly details: readonly string[];
  /** The unit of all figures. */
  readonly unit: DisplayUnit;
  /** Values of the first input, and of the second where there is one. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** The table of figures with its heads, for reading. */
  readonly table: readonly (readonly string[])[];
  readonly least: number;
  readonly most: number;
}

/** Builds what is shown of a sweep: the finding and the table of figures. */
export function sweepView(about: About, result: SweepResult): SweepView {
  const { first, second, figures, inDraws, at, ties } = result;
  const answers = [...figures].filter(Number.isFinite);
  const ends = inDraws === null ? [] : [...inDraws.p10, ...inDraws.p90];
  const unit = answers.length === 0 ? displayUnit(about.info.unit, 0) : unitFor(about, [...answers, ...ends]);
  const [least, most] = [Math.min(...answers), Math.max(...answers)];
  const rows = Array.from(first.values, (value) => inputText(value, first.input, about.start));
  const columns =
    second === null ? [] : Array.from(second.values, (value) => inputText(value, second.input, about.start));
  const text = (value: number | undefined, error?: number): string =>
    figureText(about, value ?? Number.NaN, unit, error);
  const errorOf = (value: number): number => inDraws?.p50Error[figures.indexOf(value)] ?? 0;
  const measure = nameAt(about, at);
  const name = inDraws === null ? measure : `The median of ${measure}`;
  const columnsOfOne =
    inDraws === null
      ? [{ head: measure, values: figures, errors: new Float64Array() }]
      : [
          { head: 'P10', values: inDraws.p10, errors: inDraws.p10Error },
          { head: 'P50', values: figures, errors: inDraws.p50Error },
          { head: 'P90', values: inDraws.p90, errors: inDraws.p90Error },
        ];
  const table =
    second === null
      ? [
          [first.input.label, ...columnsOfOne.map(({ head }) => head)],
          ...rows.map((row, place) => [
            row,
            ...columnsOfOne.map(({ values, errors }) => text(values[place], errors[place])),
          ]),
        ]
      : [
          [`${first.input.label} ↓  ${second.input.label} →`, ...columns],
          ...rows.map((row, place) => {
            const from = place * columns.length;
            const own = figures.subarray(from, from + columns.length);
            return [row, ...Array.from(own, (value, at) => text(value, inDraws?.p50Error[from + at]))];
          }),
        ];
  const inputs = second === null ? first.input.label : `${first.input.label} and ${second.input.label}`;
  const finding =
    answers.length === 0
      ? `${name} has no answer over this range of ${inputs}`
      : least === most
        ? `${name} stays at ${text(least, errorOf(least))} over this range of ${inputs}`
        : `${name} goes from ${text(least, errorOf(least))} to ${text(most, errorOf(most))} over this range of ${inputs}`;
  const details = [
    ...(inDraws === null ? [] : basisOf(about, inDraws, unit)),
    ...tieWords(ties, inDraws !== null),
  ];
  return { finding, details, unit, rows, columns, table, least, most };
}

/** Says which draws the percentiles speak of, and how far they may be off. */
function basisOf(
  about: About,
  { draws, answered, p10Error, p50Error, p90Error }: SweepSpread,
  unit: DisplayUnit,
): readonly string[] {
  const basis = `Every point is taken over the same ${formatNumber(draws, 0)} draws, everything else drawn as in a run.`;
  const worst = [...p10Error, ...p50Error, ...p90Error].filter(Number.isFinite);
  const errors =
    worst.length === 0
      ? ''
      : ` Sampling errors are at most ${errorText(about, Math.max(...worst), unit)}, one standard error.`;
  const fewest = answered.reduce((least, share) => Math.min(least, share), 1);
  if (fewest === 1) return [`${basis}${errors}`];
  return [
    `${basis}${errors}`,
    `Not every draw has an answer, at one point only ${formatShare(fewest)} of them; figures speak of those that do.`,
  ];
}
