import { family, svg } from '#shared/export/drawing/svg.ts';
import { pastedTable } from '#shared/export/pasted-table.ts';
import type { AxisRange } from '#shared/view/axis-range.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { chartTable } from '#shared/view/table.ts';
import type { MonthRange } from '../../charts/geometry.ts';
import { readPalette } from '../../charts/palette.ts';
import { lightToken } from '../../ui/tokens.ts';
import { type ChartPicture, chartPicture } from './chart-picture.ts';
import { pictureFont } from './picture-font.ts';

/** The part of a chart that is in sight, and its size. */
export interface CopiedFrame {
  readonly width: number;
  readonly height: number;
  readonly months: MonthRange;
  readonly range: AxisRange;
  readonly isLogarithmic: boolean;
}

const pixelsPerPoint = 2;

/**
 * Puts a chart on the clipboard in every form at once: cells for a sheet, a sharp picture, and the vectors. Which one is
 * taken is up to the program that pastes.
 */
export async function copyChart(view: ChartView, frame: CopiedFrame): Promise<void> {
  const picture = drawnPicture(view, frame);
  const vectors = picture.then(({ drawing, inset }) => svg(drawing, { inset }));
  const forms: Record<string, Blob | Promise<Blob>> = {
    'text/plain': new Blob([pastedTable(chartTable(view)).text], { type: 'text/plain' }),
    'image/png': picture.then(pngOf),
  };
  if (ClipboardItem.supports('image/svg+xml'))
    forms['image/svg+xml'] = vectors.then((text) => new Blob([text], { type: 'image/svg+xml' }));
  await navigator.clipboard.write([new ClipboardItem(forms)]);
}

/** What leaves the window lands on paper and slides: it is light, and names the one typeface it is measured in. */
async function drawnPicture(view: ChartView, { height, ...frame }: CopiedFrame): Promise<ChartPicture> {
  const { plotSvg } = await import('../../charts/plot-svg.ts');
  const palette = { ...readPalette(lightToken), font: `${family}, sans-serif` };
  const plot = plotSvg(view, { ...frame, palette }, height);
  return chartPicture(view, { svg: plot, width: frame.width, height }, palette);
}

async function pngOf({ drawing, inset }: ChartPicture): Promise<Blob> {
  const { width, height } = drawing;
  // A picture is drawn without the page's typefaces: it must bring its own.
  const text = svg(drawing, { inset, fontStyle: await pictureFont() });
  const image = new Image(width, height);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    image.src = url;
    await image.decode();
    const canvas = new OffscreenCanvas(width * pixelsPerPoint, height * pixelsPerPoint);
    const context = canvas.getContext('2d');
    context?.scale(pixelsPerPoint, pixelsPerPoint);
    context?.drawImage(image, 0, 0, width, height);
    return await canvas.convertToBlob({ type: 'image/png' });
  } finally {
    URL.revokeObjectURL(url);
  }
}
