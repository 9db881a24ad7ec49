import { ringLabel } from '#shared/view/bands.ts';
import { conditional, type ExportedScenario, shortHash } from '../document.ts';

/** Names the run behind a page in a line: file, its hash, seed, draws, program. */
export function runLine(version: string, scenario: ExportedScenario): string {
  const { file, hash, seed, fan } = scenario;
  return [`${file} (${shortHash(hash)})`, `seed ${seed}`, ringLabel(fan), `Offtake ${version}`].join(' · ');
}

/** The footnotes of a page: how to read it, then the condition and the run. */
export function footnotes(reading: readonly string[], version: string, scenario: ExportedScenario): string[] {
  return [
    ...reading.filter((line) => line !== ''),
    `${scenario.title}. ${conditional} ${runLine(version, scenario)}`,
  ];
}

/** The footnotes of a page about several scenarios. */
export function comparisonFootnotes(
  reading: readonly string[],
  version: string,
  scenarios: readonly ExportedScenario[],
): string[] {
  return [
    [...reading.filter((line) => line !== ''), conditional].join(' '),
    scenarios.map((scenario) => runLine(version, scenario)).join('; '),
  ];
}
