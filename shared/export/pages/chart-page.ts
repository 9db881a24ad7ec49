import { buildChart } from '#shared/view/catalogue.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { driversOf } from '#shared/view/explain.ts';
import type { Lens } from '#shared/view/lens.ts';
import { spokenSummary } from '#shared/view/spoken.ts';
import type { ExportedScenario } from '../document.ts';
import type { ExportWishes } from '../wishes.ts';
import type { ExportPage } from './page.ts';
import { footnotes } from './run-line.ts';
import { speakerNote } from './speaker-note.ts';

/** Makes the page of one chart; null where the scenario lacks its figures. */
export function chartPage(
  version: string,
  scenario: ExportedScenario,
  lens: Lens,
  id: string,
  wishes: ExportWishes,
): ExportPage | null {
  const view = buildChart(lens, id, wishes, wishes.own);
  if (view === null) return null;
  return {
    id: `${scenario.file}/${id}`,
    topic: view.topic,
    finding: view.finding,
    body: { kind: 'chart', view },
    footnotes: footnotes([`${view.source} ${bandWords(view)}`.trim(), markLine(view)], version, scenario),
    note: speakerNote(view.finding, version, scenario, driversOfChart(lens, view, scenario)),
    spoken: spokenSummary(view),
  };
}

function bandWords(view: ChartView): string {
  return view.series.some(({ band }) => band !== null)
    ? 'Lines: every input at its median. Bands: 5th to 95th and 25th to 75th percentile; thin lines: 5th and 95th.'
    : 'Every input at its median.';
}

function markLine(view: ChartView): string {
  const names = new Set(view.marks.map(({ label }) => label));
  return names.size === 0 ? '' : `Marked: ${[...names].join(', ')}.`;
}

function driversOfChart(lens: Lens, view: ChartView, scenario: ExportedScenario) {
  const deals = lens.deals.map(({ key }) => key);
  const all = view.series.flatMap(({ id }) => driversOf(id, deals, scenario.inputs));
  return [...new Set(all)];
}
