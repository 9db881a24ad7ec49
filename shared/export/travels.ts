import { chartSheet } from './deck/chart-sheet.ts';
import { pageChart } from './deck/page-chart.ts';
import { conditional, type ExportDocument, shortHash } from './document.ts';
import type { ExportFormat } from './formats.ts';
import type { ExportPage } from './pages/page.ts';
import type { Unanswered } from './questions/answer.ts';
import { tidyColumns } from './tidy.ts';

/** One thing a file would carry. */
export interface Travelling {
  /** `Capacity by phase`. */
  readonly what: string;
  /** `native chart, 144 rows × 9 columns`. */
  readonly how: string;
}

/** What a file would carry: what is seen, what is behind it, and what is not in it. */
export interface TravelList {
  readonly shown: readonly Travelling[];
  readonly behind: readonly string[];
  readonly absent: readonly string[];
  /** Pages asked for that are not there, and why. */
  readonly leftOut: readonly Unanswered[];
}

/** Says what travels with a file of a format, before it is written. */
export function travelList(
  format: ExportFormat,
  document: ExportDocument,
  pages: readonly ExportPage[],
  leftOut: readonly Unanswered[],
): TravelList {
  const names = document.scenarios.map(({ file, hash }) => `${file} (hash ${shortHash(hash)})`).join(', ');
  const run = `Title and name of each scenario, hash, seed, number of draws, version of the program: ${names}`;
  const never = [
    'The text of the scenarios and your comments in it',
    'Names of folders, of this machine and of you',
    'Links',
  ];
  switch (format.content) {
    case 'pages':
    case 'picture':
      return {
        shown: pages.map((page) => ({ what: page.topic, how: howShown(format, page) })),
        behind: [
          run,
          ...(format.id === 'pptx' ? ['In the notes: key inputs as written, with source and status'] : []),
          conditional,
        ],
        absent: ['Measures that are not on these pages', 'Single draws', ...never],
        leftOut,
      };
    case 'measures':
      return {
        shown: [
          ...document.scenarios.map(({ title, projection, fan }) => ({
            what: title,
            how: `${projection.series.length} measures × ${projection.months} months, percentiles of ${fan?.bands.length ?? 0}${
              format.id === 'xlsx'
                ? '; inputs as written, with notes and sources; ledger'
                : `; ${tidyColumns.length} columns`
            }`,
          })),
          ...pages.map(({ topic }) => ({ what: topic, how: 'a sheet with its figures' })),
        ],
        behind: [run, conditional],
        absent: [
          'Single draws',
          ...(format.id === 'xlsx' ? ['The text of the scenarios'] : [never[0] ?? '']),
          ...never.slice(1),
        ],
        leftOut,
      };
    case 'draws':
      return {
        shown: document.scenarios.map(({ title }) => ({
          what: title,
          how: 'every draw of the measures asked for, by month',
        })),
        behind: [run, conditional],
        absent: ['Values of the inputs in each draw', ...never],
        leftOut: [],
      };
  }
}

function howShown(format: ExportFormat, { body }: ExportPage): string {
  const chart = pageChart(body);
  if (body.kind === 'table') return `table, ${body.table.rows.length} rows`;
  if (format.id !== 'pptx' || chart === null)
    return format.id === 'html' ? 'chart with its table' : 'picture, no numbers behind it';
  const { rows, columns } = chartSheet(chart);
  return `native chart, ${rows.length} rows × ${columns.length} columns of numbers`;
}
