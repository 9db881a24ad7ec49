import { chartSheet } from '#shared/export/deck/chart-sheet.ts';
import type { NativeChart } from '#shared/export/deck/native-chart.ts';
import { conditional } from '#shared/export/document.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import type { OpenPackage } from '../open-xml/package.ts';
import { writeWorkbook } from '../workbook/write-workbook.ts';
import { chartXml } from './chart/chart-xml.ts';

const chartType = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Adds a native chart with the workbook behind it, and gives the slide's relation to it. */
export function addChartPart(deck: OpenPackage, slide: string, chart: NativeChart, page: ExportPage): string {
  const part = deck.freeName('ppt/charts/chart', '.xml');
  const workbook = deck.freeName('ppt/embeddings/Microsoft_Excel_Sheet', '.xlsx');
  deck.put(part, '', chartType);
  deck.put(workbook, chartWorkbook(chart, page), workbookType);
  deck.put(part, chartXml(chart, deck.relate(part, 'package', workbook)), chartType);
  return deck.relate(slide, 'chart', part);
}

/** Writes the workbook behind a chart: the numbers it shows and nothing else. */
export function chartWorkbook(
  chart: NativeChart,
  { topic, footnotes }: Pick<ExportPage, 'topic' | 'footnotes'>,
): Uint8Array {
  return writeWorkbook([chartSheet(chart)], {
    title: topic,
    description: footnotes.at(-1) ?? conditional,
    version: '',
  });
}
