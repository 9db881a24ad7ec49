import { actualsView } from '#shared/view/analysis/actuals.ts';
import type { ActualsResult } from '#shared/view/analysis/answers.ts';
import type { ExportedScenario } from '../document.ts';
import type { ExportPage, PageTable } from './page.ts';
import { pageOf, spokenTable } from './page-of.ts';

/** More rows than these cannot be read on a slide. */
const rowsAtMost = 14;

/** Makes the page of what has been observed against what was expected; null where nothing has. */
export function actualsPage(
  version: string,
  scenario: ExportedScenario,
  result: ActualsResult,
): ExportPage | null {
  const { projection } = scenario;
  const infos = new Map(projection.series.map(({ info }) => [info.id, info]));
  const view = actualsView(projection.start, infos, result);
  if (view.rows.length === 0) return null;
  const rows = view.rows.slice(0, rowsAtMost);
  const table: PageTable = {
    columns: [
      { label: 'Observed', align: 'left', width: 0.32 },
      { label: 'Month', align: 'left', width: 0.13 },
      { label: 'Value', align: 'right', width: 0.15 },
      { label: 'Taken as', align: 'right', width: 0.15 },
      { label: 'Place in the fan', align: 'left', width: 0.25 },
    ],
    rows: rows.map(({ label, when, value, error, place }) => [label, when, value, error, place]),
  };
  return pageOf(
    version,
    scenario,
    {
      subject: 'actuals',
      topic: 'Observed against expected',
      finding: view.refusal ?? view.finding,
      body: { kind: 'table', table },
      reading: [
        view.shifts
          .slice(0, 2)
          .map(
            ({ label, before, after }) => `${label} at the end: ${before} before, ${after} after weighting.`,
          )
          .join(' '),
        rows.length < view.rows.length ? `The first ${rows.length} of ${view.rows.length} observations.` : '',
      ],
      spoken: spokenTable(table),
    },
    scenario.inputs.filter(
      ({ origin, distribution }) => origin === 'written' && distribution.kind !== 'constant',
    ),
  );
}
