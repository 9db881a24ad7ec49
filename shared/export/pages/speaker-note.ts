import type { Value } from '#shared/scenario/value.ts';
import { ringLabel } from '#shared/view/bands.ts';
import { conditional, type ExportedScenario } from '../document.ts';
import { type ExportedInput, exportedInputs } from '../inputs.ts';
import { inReadingOrder } from './input-order.ts';

/** More than a speaker can take in helps nobody. */
const keyInputsAtMost = 8;

/** Writes the note of a page: the finding, the scenario, the inputs that drive it with source and status, and the run. */
export function speakerNote(
  finding: string,
  version: string,
  scenario: ExportedScenario,
  drivers: readonly Value[],
): string[] {
  const told = drivers.length > 0 ? drivers : openInputs(scenario);
  const inputs = exportedInputs(inReadingOrder(told).slice(0, keyInputsAtMost), scenario);
  const rest = told.length - inputs.length;
  return [
    `${finding}.`,
    `Scenario: ${scenario.title} (${scenario.file}), customer ${scenario.customer}. ${conditional}`,
    ...(inputs.length === 0 ? [] : ['Key inputs:', ...inputs.map((input) => `• ${inputLine(input)}`)]),
    ...(rest > 0 ? [`• and ${rest} more, listed in the workbook and in the file`] : []),
    `Run: seed ${scenario.seed}, ${ringLabel(scenario.fan)}, Offtake ${version}, file hash ${scenario.hash}.`,
  ];
}

/** Lists what is uncertain or decided: it stands behind every figure. */
export function openInputs({ inputs }: ExportedScenario): Value[] {
  return inputs.filter(
    ({ origin, reference, isDecision, distribution }) =>
      origin === 'written' && reference === null && (isDecision || distribution.kind !== 'constant'),
  );
}

/** Says an input with its source and status. */
export function inputLine({ path, text, source, status, isDecision }: ExportedInput): string {
  const trust = [
    source === '' ? 'no source' : `source: ${source}`,
    status === '' ? '' : `status: ${status}`,
    isDecision ? 'a decision' : '',
  ];
  return `${path} = ${text} (${trust.filter((part) => part !== '').join('; ')})`;
}
