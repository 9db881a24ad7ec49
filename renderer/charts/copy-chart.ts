import type { ChartView } from '#shared/view/chart.ts';
import { chartTable, tableAsCells } from '#shared/view/table.ts';

const pixelsPerPoint = 2;

/**
 * Puts a chart on the clipboard in every form at once: cells for a sheet, a sharp picture, and the vectors. Which one is
 * taken is up to the program that pastes.
 */
export async function copyChart(view: ChartView, drawing: SVGSVGElement | null): Promise<void> {
  const cells = new Blob([tableAsCells(chartTable(view))], { type: 'text/plain' });
  if (drawing === null) return navigator.clipboard.write([new ClipboardItem({ 'text/plain': cells })]);
  const svg = svgText(drawing);
  const png = pngOf(svg, drawing.clientWidth, drawing.clientHeight);
  const forms: Record<string, Blob | Promise<Blob>> = { 'text/plain': cells, 'image/png': png };
  if (ClipboardItem.supports('image/svg+xml'))
    forms['image/svg+xml'] = new Blob([svg], { type: 'image/svg+xml' });
  await navigator.clipboard.write([new ClipboardItem(forms)]);
}

function svgText(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return new XMLSerializer().serializeToString(copy);
}

async function pngOf(svg: string, width: number, height: number): Promise<Blob> {
  const picture = new Image(width, height);
  const url = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    picture.src = url;
    await picture.decode();
    const canvas = new OffscreenCanvas(width * pixelsPerPoint, height * pixelsPerPoint);
    const context = canvas.getContext('2d');
    context?.scale(pixelsPerPoint, pixelsPerPoint);
    context?.drawImage(picture, 0, 0, width, height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(url);
  }
}
