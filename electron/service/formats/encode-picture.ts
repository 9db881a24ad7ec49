import { fail, ok } from '#shared/base/outcome.ts';
import { pageDrawing } from '#shared/export/drawing/page-drawing.ts';
import { svg } from '#shared/export/drawing/svg.ts';
import type { Encoder } from './export-work.ts';

/** Writes one page as a picture. */
export function encodePicture(format: 'svg' | 'png'): Encoder {
  return async ({ pages, wishes }) => {
    const made = pages();
    if (!made.ok) return made;
    const [page] = made.value;
    if (page === undefined) return fail({ kind: 'invalid-call', message: 'There is nothing to draw.' });
    const drawing = pageDrawing(page);
    if (format === 'svg') {
      const { fontStyle } = await import('../../exporters/picture/font-style.ts');
      return ok(Buffer.from(svg(drawing, { fontStyle: fontStyle(drawing) })));
    }
    const { rasterise } = await import('../../exporters/picture/rasterise.ts');
    return ok(await rasterise(drawing, wishes.scale));
  };
}
