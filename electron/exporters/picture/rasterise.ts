import { initWasm, Resvg } from '@resvg/resvg-wasm';
import engine from '@resvg/resvg-wasm/index_bg.wasm?inline';
import type { Drawing } from '#shared/export/drawing/drawing.ts';
import { svg } from '#shared/export/drawing/svg.ts';
import { inlineBytes } from './inline-bytes.ts';
import { typeface } from './typeface.ts';

let readied: Promise<void> | null = null;

/** Turns a drawing into a PNG of so many pixels per point, with the bundled typeface and no other. */
export async function rasterise(drawing: Drawing, scale: number): Promise<Uint8Array> {
  readied ??= initWasm(inlineBytes(engine));
  await readied;
  const resvg = new Resvg(svg(drawing), {
    fitTo: { mode: 'zoom', value: scale },
    font: { fontBuffers: [typeface[400], typeface[600]], defaultFontFamily: 'Inter' },
  });
  try {
    const image = resvg.render();
    const png = image.asPng();
    image.free();
    return png;
  } finally {
    resvg.free();
  }
}
