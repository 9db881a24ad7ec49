import PDFDocument from 'pdfkit';
import { conditional, type ExportDocument } from '#shared/export/document.ts';
import { colours } from '#shared/export/drawing/colours.ts';
import { pageDrawing } from '#shared/export/drawing/page-drawing.ts';
import { fitText } from '#shared/export/drawing/text-width.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import type { ExportControl } from '../export-control.ts';
import { typeface } from '../picture/typeface.ts';
import { coverItems } from './cover-items.ts';
import { drawItems, faces } from './draw-items.ts';
import { footerLine } from './footer-line.ts';
import { inputPages } from './input-pages.ts';

/** A4, lying, in points. */
const sheet = { width: 842, height: 595 } as const;
const footerHeight = 26;
const margin = 24;

/** Every date in a PDF is this one: the same numbers give the same bytes whenever they are written. */
const always = new Date(0);

/** Writes pages as a report: a cover, a page per page, then every input with its source. Null where it was no longer wanted. */
export async function report(
  document: ExportDocument,
  pages: readonly ExportPage[],
  control: ExportControl,
): Promise<Uint8Array | null> {
  const paper = new PDFDocument({
    size: [sheet.width, sheet.height],
    margin: 0,
    autoFirstPage: false,
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en',
    displayTitle: true,
    info: {
      Title: document.scenarios.map(({ title }) => title).join(' · '),
      Subject: conditional,
      Creator: `Offtake ${document.version}`,
      Producer: 'Offtake',
      CreationDate: always,
    },
  });
  const pieces: Buffer[] = [];
  const ended = new Promise<void>((resolve) => paper.on('end', resolve));
  paper.on('data', (piece: Buffer) => pieces.push(piece));
  paper.registerFont(faces[400], Buffer.from(typeface[400]));
  paper.registerFont(faces[600], Buffer.from(typeface[600]));
  const root = paper.struct('Document');
  paper.addStructure(root);
  const size = { width: sheet.width, height: sheet.height - footerHeight };
  const inputs = inputPages(document);
  const count = 1 + pages.length + inputs.length;
  const addSheet = (
    number: number,
    page: Pick<ExportPage, 'id' | 'finding' | 'spoken'> | null,
    draw: () => void,
  ) => {
    paper.addPage();
    if (page !== null) paper.outline.addItem(page.finding);
    const kind = page === null || page.spoken === '' ? 'Sect' : 'Figure';
    root.add(
      paper.struct(
        kind,
        kind === 'Figure' && page !== null ? { alt: `${page.finding}. ${page.spoken}` } : {},
        draw,
      ),
    );
    paper.markContent('Artifact', { type: 'Pagination' });
    drawFooter(paper, document, page, `${number} / ${count}`);
    paper.endMarkedContent();
  };
  addSheet(1, null, () => drawItems(paper, coverItems(document, pages, size)));
  for (const [at, page] of [...pages, ...inputs].entries()) {
    if (!(await control.goesOn(at / count))) return null;
    addSheet(at + 2, page, () => drawItems(paper, pageDrawing(page, size).items));
  }
  root.end();
  paper.end();
  await ended;
  return (await control.goesOn(1)) ? Buffer.concat(pieces) : null;
}

/** The foot of every sheet: which file, version, seed and months it is from, and its number. */
function drawFooter(
  paper: PDFKit.PDFDocument,
  document: ExportDocument,
  page: Pick<ExportPage, 'id'> | null,
  number: string,
): void {
  const label = { kind: 'label', y: sheet.height - 13, size: 8.5, weight: 400, fill: colours.faint } as const;
  const line = fitText(footerLine(document, page), sheet.width - 2 * margin - 60, 8.5);
  drawItems(paper, [
    { ...label, text: line, x: margin, anchor: 'start' },
    { ...label, text: number, x: sheet.width - margin, anchor: 'end' },
  ]);
}
