import { monthLabelAt } from '#shared/view/calendar.ts';
import { noAnswer } from '#shared/view/format.ts';
import { formatMeasuredShare } from '#shared/view/format-measured.ts';
import { listing } from '#shared/view/words.ts';
import type { ExportedScenario } from '../document.ts';
import type { ExportPage, PageTable } from './page.ts';
import { pageOf, spokenTable } from './page-of.ts';

/** Makes the page of the conditions a scenario states: whether they hold, and in how many draws they break; null without any. */
export function checksPage(version: string, scenario: ExportedScenario): ExportPage | null {
  const { projection, checksOnDraws } = scenario;
  const { checks, start } = projection;
  if (checks.length === 0) return null;
  const when = (month: number | null) => (month === null ? '' : ` first in ${monthLabelAt(start, month)}`);
  const table: PageTable = {
    columns: [
      { label: 'Check', align: 'left', width: 0.4 },
      { label: 'Central path', align: 'left', width: 0.3 },
      { label: 'Draws that break it', align: 'left', width: 0.3 },
    ],
    rows: checks.map(({ key, holds, firstBrokenMonth }) => {
      const drawn = checksOnDraws.find((one) => one.key === key);
      return [
        key,
        holds ? 'holds' : `breaks${when(firstBrokenMonth)}`,
        drawn === undefined
          ? noAnswer
          : `${formatMeasuredShare(drawn.brokenShare, drawn.standardError)}${when(drawn.firstBrokenMonth)}`,
      ];
    }),
  };
  const broken = checks.filter(({ holds }) => !holds).map(({ key }) => key);
  const finding =
    broken.length === 0
      ? `All ${checks.length} checks hold on the central path`
      : `${broken.length} of ${checks.length} checks break on the central path: ${listing(broken)}`;
  return pageOf(
    version,
    scenario,
    {
      subject: 'checks',
      topic: 'Checks',
      finding,
      body: { kind: 'table', table },
      reading: ['Conditions the scenario states itself.'],
      spoken: spokenTable(table),
    },
    scenario.inputs.filter(({ origin, isDecision }) => origin === 'written' && isDecision),
  );
}
