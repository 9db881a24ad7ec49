/** What a format holds: every measure, chosen pages, one picture, or every draw. */
export type FormatContent = 'measures' | 'pages' | 'picture' | 'draws';

/** A form in which numbers leave the program. */
export interface ExportFormat {
  readonly id: string;
  readonly name: string;
  /** What is in it, in half a line. */
  readonly meaning: string;
  readonly extension: string;
  readonly mime: string;
  readonly content: FormatContent;
}

const office = 'application/vnd.openxmlformats-officedocument';

/** Every format, in the order in which doors show them. */
export const exportFormats = [
  {
    id: 'pptx',
    name: 'PowerPoint slides',
    meaning: 'a slide per chart, native and editable, with speaker notes',
    extension: 'pptx',
    mime: `${office}.presentationml.presentation`,
    content: 'pages',
  },
  {
    id: 'xlsx',
    name: 'Excel workbook',
    meaning: 'a sheet per scenario with percentiles, inputs and sources, ledger, run card',
    extension: 'xlsx',
    mime: `${office}.spreadsheetml.sheet`,
    content: 'measures',
  },
  {
    id: 'pdf',
    name: 'PDF report',
    meaning: 'a page per chart, as vectors, with text that can be selected',
    extension: 'pdf',
    mime: 'application/pdf',
    content: 'pages',
  },
  {
    id: 'html',
    name: 'Web page',
    meaning: 'one file that answers the pointer and needs no network',
    extension: 'html',
    mime: 'text/html',
    content: 'pages',
  },
  {
    id: 'png',
    name: 'Picture (PNG)',
    meaning: 'one chart, up to four times the size of a screen',
    extension: 'png',
    mime: 'image/png',
    content: 'picture',
  },
  {
    id: 'svg',
    name: 'Vector picture (SVG)',
    meaning: 'one chart with its typeface inside',
    extension: 'svg',
    mime: 'image/svg+xml',
    content: 'picture',
  },
  {
    id: 'csv',
    name: 'CSV table',
    meaning: 'a line per scenario, measure and month',
    extension: 'csv',
    mime: 'text/csv',
    content: 'measures',
  },
  {
    id: 'tsv',
    name: 'Tab-separated table',
    meaning: 'the same with tabs',
    extension: 'tsv',
    mime: 'text/tab-separated-values',
    content: 'measures',
  },
  {
    id: 'json',
    name: 'JSON',
    meaning: 'every measure by month, for programs',
    extension: 'json',
    mime: 'application/json',
    content: 'measures',
  },
  {
    id: 'parquet',
    name: 'Draws (Parquet)',
    meaning: 'every draw by month, for a data engine',
    extension: 'parquet',
    mime: 'application/vnd.apache.parquet',
    content: 'draws',
  },
] as const satisfies readonly ExportFormat[];

/** The id of a format. */
export type FormatId = (typeof exportFormats)[number]['id'];

/** Says whether what a format writes has pages of its own: those asked for in a workbook, all in a deck, one in a picture. */
export function hasPages({ id, content }: ExportFormat, charts: readonly string[]): boolean {
  return content === 'pages' || content === 'picture' || (id === 'xlsx' && charts.length > 0);
}

/** Finds a format by its id. */
export function findExportFormat(id: string): (ExportFormat & { readonly id: FormatId }) | null {
  return exportFormats.find((format) => format.id === id) ?? null;
}
