import { bodyDrawing } from '#shared/export/drawing/page-drawing.ts';
import { svg as svgText } from '#shared/export/drawing/svg.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { fontStyle } from '../picture/font-style.ts';
import { rasterise } from '../picture/rasterise.ts';
import type { SlideDraft } from './add-slide.ts';
import type { SlideBox } from './geometry.ts';

const unitsPerPoint = 12_700;
/** Sharp on a projector, small in a mail. */
const pixelsPerPoint = 2;

/** Draws what slide programs have no chart for as PNG and SVG, and gives the slide's relations to both. */
export async function addPictureParts(
  slide: Pick<SlideDraft, 'package' | 'part'>,
  page: ExportPage,
  box: Pick<SlideBox, 'width' | 'height'>,
): Promise<{ png: string; svg: string }> {
  const { png, svg } = await pagePictures(page, box);
  const name = slide.package.freeName('ppt/media/offtake', '.png');
  const vector = name.replace(/png$/, 'svg');
  slide.package.put(name, png, 'image/png');
  slide.package.put(vector, svg, 'image/svg+xml');
  return {
    png: slide.package.relate(slide.part, 'image', name),
    svg: slide.package.relate(slide.part, 'image', vector),
  };
}

/** Draws a page without its words in the size of a box. */
export async function pagePictures(
  page: ExportPage,
  { width, height }: Pick<SlideBox, 'width' | 'height'>,
): Promise<{ png: Uint8Array; svg: string }> {
  const size = { width: Math.round(width / unitsPerPoint), height: Math.round(height / unitsPerPoint) };
  const drawing = bodyDrawing(page, size);
  return {
    png: await rasterise(drawing, pixelsPerPoint),
    svg: svgText(drawing, { fontStyle: fontStyle(drawing) }),
  };
}
