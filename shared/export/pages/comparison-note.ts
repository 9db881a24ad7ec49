import type { Value } from '#shared/scenario/value.ts';
import { conditional, type ExportedScenario } from '../document.ts';
import { exportedInputs } from '../inputs.ts';
import { inReadingOrder } from './input-order.ts';
import { inputLine } from './speaker-note.ts';

/** More than a speaker can take in helps nobody. */
const inputsAtMost = 6;

/** Writes the note of a page about several scenarios: the finding, the runs, and the inputs in which each differs from the base. */
export function comparisonNote(
  finding: string,
  version: string,
  scenarios: readonly ExportedScenario[],
  details: readonly string[],
): string[] {
  const [base, ...others] = scenarios;
  return [
    `${finding}.`,
    conditional,
    ...details,
    ...scenarios.map(
      ({ title, file, seed, hash }) => `• ${title} (${file}): seed ${seed}, file hash ${hash}.`,
    ),
    ...(base === undefined ? [] : others.flatMap((other) => differingInputs(base, other))),
    `Offtake ${version}.`,
  ];
}

function differingInputs(base: ExportedScenario, other: ExportedScenario): string[] {
  const before = new Map(base.inputs.map((value) => [value.path, value]));
  const differing = other.inputs.filter(
    (value) =>
      value.origin === 'written' && value.reference === null && saysElse(value, before.get(value.path)),
  );
  const told = inReadingOrder(differing).slice(0, inputsAtMost);
  const rest = differing.length - told.length;
  if (told.length === 0) return [`${other.title} writes no quantity differently.`];
  return [
    `Key inputs of ${other.title} that differ from ${base.title}:`,
    ...exportedInputs(told, other).map((input) => `• ${inputLine(input)}${wasText(before.get(input.path))}`),
    ...(rest > 0 ? [`• and ${rest} more, listed in the workbook and in the files`] : []),
  ];
}

function saysElse(value: Value, base: Value | undefined): boolean {
  return base === undefined || base.text !== value.text;
}

function wasText(base: Value | undefined): string {
  return base === undefined || base.text === '' ? '' : `; the base says ${base.text}`;
}
