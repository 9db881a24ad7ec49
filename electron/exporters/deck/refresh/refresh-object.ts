import type { Element } from '@xmldom/xmldom';
import { chartSheet } from '#shared/export/deck/chart-sheet.ts';
import type { NativeChart } from '#shared/export/deck/native-chart.ts';
import { pageChart } from '#shared/export/deck/page-chart.ts';
import type { Move } from '#shared/export/deck/refresh.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { monthLabel } from '#shared/view/calendar.ts';
import { child, fragment, relationOf, within } from '../../open-xml/dom.ts';
import type { OpenPackage } from '../../open-xml/package.ts';
import { chartWorkbook } from '../chart-part.ts';
import { pagePictures } from '../picture-parts.ts';
import { boxOf } from '../template/read-layouts.ts';
import { readSeries } from './chart-data.ts';
import type { DeckObject } from './find-objects.ts';
import { chartMoves, tableMoves } from './moves.ts';
import { refreshChart } from './refresh-chart.ts';
import { readTable, refreshTable } from './refresh-table.ts';

/** What became of an object. */
export type Refreshed =
  | { readonly kind: 'moved'; readonly moves: readonly Move[] }
  | { readonly kind: 'same' }
  | { readonly kind: 'kept'; readonly words: string };

const same: Refreshed = { kind: 'same' };

/** Puts what a page shows now into its chart, its table or its picture. */
export async function refreshObject(
  deck: OpenPackage,
  object: DeckObject,
  page: ExportPage,
): Promise<Refreshed> {
  switch (object.part) {
    case 'chart':
      return refreshChartObject(deck, object, page);
    case 'table':
      return refreshTableObject(object, page);
    case 'picture':
      return refreshPicture(deck, object, page);
    default:
      return same;
  }
}

function refreshChartObject(deck: OpenPackage, object: DeckObject, page: ExportPage): Refreshed {
  const chart = pageChart(page.body);
  const [reference] = within(object.element, 'c:chart');
  const part = deck
    .relations(object.holder)
    .find(({ id }) => id === (reference && relationOf(reference, 'id')))?.target;
  if (chart === null || part === undefined || !deck.has(part)) return same;
  const document = deck.xml(part);
  const moves = chartMoves(readSeries(document), chart, periodsOf(chart));
  refreshChart(document, chart);
  refreshWorkbook(deck, part, chart, page);
  describe(object, page);
  return moves.length === 0 ? same : { kind: 'moved', moves };
}

function periodsOf(chart: NativeChart): string[] {
  return chartSheet(chart).rows.map(([category]) => {
    if (typeof category === 'object' && category !== null) return monthLabel(category.month);
    return typeof category === 'number' ? monthOfDay(category) : (category ?? '');
  });
}

/** Names the month of a day of the spreadsheet calendar. */
function monthOfDay(day: number): string {
  const date = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000);
  return monthLabel({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 });
}

/** A program that saved the deck may have left the workbook out; then the chart gets one again. */
function refreshWorkbook(deck: OpenPackage, part: string, chart: NativeChart, page: ExportPage): void {
  const bytes = chartWorkbook(chart, page);
  const known = deck.related(part, 'package')[0]?.target;
  if (known !== undefined && deck.has(known)) {
    deck.put(known, bytes);
    return;
  }
  const workbook = deck.freeName('ppt/embeddings/Microsoft_Excel_Sheet', '.xlsx');
  deck.put(workbook, bytes, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
  const relation = deck.relate(part, 'package', workbook);
  const root = deck.xml(part).documentElement;
  if (root === null) return;
  const old = child(root, 'c:externalData');
  old?.parentNode?.removeChild(old);
  const after = ['c:printSettings', 'c:userShapes', 'c:extLst']
    .map((name) => child(root, name))
    .find((one) => one !== null);
  root.insertBefore(
    fragment(deck.xml(part), `<c:externalData r:id="${relation}"><c:autoUpdate val="0"/></c:externalData>`),
    after ?? null,
  );
}

function refreshTableObject(object: DeckObject, page: ExportPage): Refreshed {
  if (page.body.kind !== 'table') return same;
  const moves = tableMoves(readTable(object.element), page.body.table);
  if (moves.length === 0) return same;
  refreshTable(object.element, page.body.table);
  describe(object, page);
  return { kind: 'moved', moves };
}

/** Draws a picture anew in the size it has now. */
async function refreshPicture(deck: OpenPackage, object: DeckObject, page: ExportPage): Promise<Refreshed> {
  const box = boxOf(object.element);
  if (box === null) return same;
  const { png, svg } = await pagePictures(page, box);
  const moves: Move[] = [];
  for (const [name, bytes] of [
    ['a:blip', png],
    ['asvg:svgBlip', Buffer.from(svg)],
  ] as const) {
    const target = mediaOf(deck, object, within(object.element, name)[0]);
    if (target === null) continue;
    const old = deck.bytes(target);
    if (old !== undefined && Buffer.compare(old, bytes) === 0) continue;
    // Another slide may show the same file; it keeps it.
    const fresh = deck.freeName('ppt/media/offtake', name === 'a:blip' ? '.png' : '.svg');
    deck.put(fresh, bytes, name === 'a:blip' ? 'image/png' : 'image/svg+xml');
    within(object.element, name)[0]?.setAttributeNS(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
      'r:embed',
      deck.relate(object.holder, 'image', fresh),
    );
    if (moves.length === 0) moves.push({ what: 'picture', from: 'as before', to: 'drawn anew' });
  }
  describe(object, page);
  return moves.length === 0 ? same : { kind: 'moved', moves };
}

function mediaOf(deck: OpenPackage, object: DeckObject, reference: Element | undefined): string | null {
  const id = reference === undefined ? null : relationOf(reference, 'embed');
  return deck.relations(object.holder).find((relation) => relation.id === id)?.target ?? null;
}

/** Says the object anew to those who hear it. */
function describe(object: DeckObject, page: ExportPage): void {
  object.head.setAttribute('descr', `${page.finding}. ${page.spoken}`);
}
