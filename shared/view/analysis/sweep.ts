import { type DisplayUnit, displayUnit } from '../display-unit.ts';
import { type About, figureText, nameAt, unitFor } from './about.ts';
import type { SweepResult } from './answers.ts';
import { inputText } from './input-text.ts';

/** A sweep as it is shown. */
export interface SweepView {
  readonly finding: string;
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
export function sweepView(about: About, { first, second, figures, at }: SweepResult): SweepView {
  const answers = [...figures].filter(Number.isFinite);
  const unit = answers.length === 0 ? displayUnit(about.info.unit, 0) : unitFor(about, answers);
  const [least, most] = [Math.min(...answers), Math.max(...answers)];
  const rows = Array.from(first.values, (value) => inputText(value, first.input, about.start));
  const columns =
    second === null ? [] : Array.from(second.values, (value) => inputText(value, second.input, about.start));
  const text = (value: number | undefined): string => figureText(about, value ?? Number.NaN, unit);
  const name = nameAt(about, at);
  const table =
    second === null
      ? [[first.input.label, name], ...rows.map((row, place) => [row, text(figures[place])])]
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
  return { finding, unit, rows, columns, table, least, most };
}
