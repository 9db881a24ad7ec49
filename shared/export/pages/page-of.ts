import type { Value } from '#shared/scenario/value.ts';
import type { About } from '#shared/view/analysis/about.ts';
import type { ExportedScenario, RunResult } from '../document.ts';
import { comparisonNote } from './comparison-note.ts';
import type { ExportPage, PageBody, PageTable } from './page.ts';
import { comparisonFootnotes, footnotes } from './run-line.ts';
import { speakerNote } from './speaker-note.ts';

/** What a page says of its own; the run, the condition and the note are said around it. */
export interface PageDraft {
  /** Subject, by which the page is known in its scenario. */
  readonly subject: string;
  readonly topic: string;
  readonly finding: string;
  readonly body: PageBody;
  /** How to read it. */
  readonly reading: readonly string[];
  readonly spoken: string;
}

/** Makes a page of one scenario; the note names the inputs that drive it. */
export function pageOf(
  version: string,
  scenario: ExportedScenario,
  { subject, reading, ...draft }: PageDraft,
  drivers: readonly Value[],
): ExportPage {
  return {
    ...draft,
    id: `${scenario.file}/${subject}`,
    footnotes: footnotes(reading, version, scenario),
    note: speakerNote(draft.finding, version, scenario, drivers),
  };
}

/** Makes a page of several scenarios, the base first; the note names the inputs in which they differ. */
export function pageOfSeveral(
  version: string,
  scenarios: readonly ExportedScenario[],
  { subject, reading, ...draft }: PageDraft,
  details: readonly string[] = [],
): ExportPage {
  return {
    ...draft,
    id: `${scenarios.map(({ file }) => file).join('+')}/${subject}`,
    footnotes: comparisonFootnotes(reading, version, scenarios),
    note: comparisonNote(draft.finding, version, scenarios, details),
  };
}

/** Finds a measure of a scenario by its id. */
export function aboutMeasure({ projection }: Pick<RunResult, 'projection'>, id: string): About | null {
  const info = projection.series.find((series) => series.info.id === id)?.info;
  return info === undefined ? null : { info, start: projection.start };
}

/** Finds the values that inputs were written as, by their keys. */
export function valuesOf({ inputs }: ExportedScenario, keys: readonly string[]): Value[] {
  return inputs.filter(({ path, reference }) => reference === null && keys.includes(path));
}

/** Says the rows of a table aloud. */
export function spokenTable({ columns, rows }: PageTable, most = 12): string {
  const told = rows
    .slice(0, most)
    .map((row) =>
      row.map((cell, at) => (at === 0 ? cell : `${columns[at]?.label ?? ''} ${cell}`)).join(', '),
    );
  const rest = rows.length - told.length;
  return `${told.join('. ')}.${rest > 0 ? ` And ${rest} more rows.` : ''}`;
}
