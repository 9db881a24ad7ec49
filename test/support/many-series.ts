import type { ExportPage } from '#shared/export/pages/page.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { areaLook, lineLook } from '#shared/view/series-look.ts';
import { timeline } from '#shared/view/timeline.ts';

const months = 24;

/** A chart of more areas and more lines than there are colours. */
export function manySeries(areas: number, lines: number): ChartView {
  const flat = (value: number) => new Float64Array(months).fill(value);
  const each = (count: number) => Array.from({ length: count }, (_, at) => at);
  return {
    id: 'many',
    topic: 'Many',
    finding: 'There are many',
    unit: 'GW',
    prefix: '',
    suffix: ' GW',
    source: 'Sample.',
    timeline: timeline({ year: 2026, month: 1 }, months, 'month'),
    series: [
      ...each(areas).map(
        (at) =>
          ({ ...areaLook(at), id: `area-${at}`, label: `Area ${at}`, values: flat(1), band: null }) as const,
      ),
      ...each(lines).map(
        (at) =>
          ({
            ...lineLook(at),
            id: `line-${at}`,
            label: `Line ${at}`,
            values: flat(at + 1),
            band: null,
          }) as const,
      ),
    ],
    references: [],
    marks: [],
    ring: 'central line',
  };
}

/** The same as a page of an export. */
export function manySeriesPage(areas: number, lines: number): ExportPage {
  return {
    id: 'sample.scenario.yaml/many',
    topic: 'Many',
    finding: 'There are many',
    footnotes: ['Sample.'],
    note: ['Sample note.', 'Run: seed 1.'],
    spoken: 'Sample in words.',
    body: { kind: 'chart', view: manySeries(areas, lines) },
  };
}
