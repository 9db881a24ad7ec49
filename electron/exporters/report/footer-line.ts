import { type ExportDocument, type ExportedScenario, shortHash } from '#shared/export/document.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { monthAfter, monthLabel } from '#shared/view/calendar.ts';

/** Names what a sheet is from: files with hashes, seed, the months they cover, the program. */
export function footerLine(
  { version, scenarios }: ExportDocument,
  page: Pick<ExportPage, 'id'> | null,
): string {
  const own = scenarios.filter(
    ({ file }) => page === null || page.id.split('/')[0]?.split('+').includes(file),
  );
  const told = (own.length > 0 ? own : scenarios).map(scenarioLine);
  return [...told, `Offtake ${version}`].join(' · ');
}

function scenarioLine({ file, hash, seed, projection }: ExportedScenario): string {
  const last = monthAfter(projection.start, projection.months - 1);
  return `${file} (${shortHash(hash)}), seed ${seed}, ${monthLabel(projection.start)} – ${monthLabel(last)}`;
}
