import { type DisplayUnit, displayUnit } from '../display-unit.ts';
import { formatShare } from '../format.ts';
import { type About, figureText, nameAt, unitFor } from './about.ts';
import type { SweepResult, SweepSpread } from './answers.ts';
import { inputText } from './input-text.ts';

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
export function sweepView(about: About, { first, second, figures, inDraws, at }: SweepResult): SweepView {
  const answers = [...figures].filter(Number.isFinite);
  const ends = inDraws === null ? [] : [...inDraws.p10, ...inDraws.p90];
  const unit = answers.length === 0 ? displayUnit(about.info.unit, 0) : unitFor(about, [...answers, ...ends]);
  const [least, most] = [Math.min(...answers), Math.max(...answers)];
  const rows = Array.from(first.values, (value) => inputText(value, first.input, about.start));
  const columns =
    second === null ? [] : Array.from(second.values, (value) => inputText(value, second.input, about.start));
  const text = (value: number | undefined): string => figureText(about, value ?? Number.NaN, unit);
  const measure = nameAt(about, at);
  const name = inDraws === null ? measure : `The median of ${measure}`;
  const columnsOfOne =
    inDraws === null
      ? [{ head: measure, values: figures }]
      : [
          { head: 'P10', values: inDraws.p10 },
          { head: 'P50', values: figures },
          { head: 'P90', values: inDraws.p90 },
        ];
  const table =
    second === null
      ? [
          [first.input.label, ...columnsOfOne.map(({ head }) => head)],
          ...rows.map((row, place) => [row, ...columnsOfOne.map(({ values }) => text(values[place]))]),
        ]
      : [
          [`${first.input.label} ↓  ${second.input.label} →`, ...columns],
          ...rows.map((row, place) => {
            const own = figures.subarray(place * columns.length, (place + 1) * columns.length);
            return [row, ...Array.from(own, text)];
          }),
        ];
  const inputs = second === null ? first.input.label : `${first.input.label} and ${second.input.label}`;
  const finding =
    answers.length === 0
      ? `${name} has no answer over this range of ${inputs}`
      : least === most
        ? `${name} stays at ${text(least)} over this range of ${inputs}`
        : `${name} goes from ${text(least)} to ${text(most)} over this range of ${inputs}`;
  const details = inDraws === null ? [] : basisOf(inDraws);
  return { finding, details, unit, rows, columns, table, least, most };
}

/** Says which draws the percentiles speak of. */
function basisOf({ draws, answered }: SweepSpread): readonly string[] {
  const basis = `Every point is taken over the same ${draws.toLocaleString('en-US')} draws, everything else drawn as in a run.`;
  const fewest = answered.reduce((least, share) => Math.min(least, share), 1);
  if (fewest === 1) return [basis];
  return [
    basis,
    `Not every draw has an answer, at one point only ${formatShare(fewest)} of them; figures speak of those that do.`,
  ];
}
