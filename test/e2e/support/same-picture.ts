import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Page } from 'playwright-core';

/** A pixel counts as changed when its brightness differs by more than this, of 255: smoothing of edges does not. */
const noticeable = 48;

/**
 * Compares a picture with the one kept beside the tests and gives the share of pixels that changed. With
 * OFFTAKE_KEEP_PICTURES set, or where none is kept yet, the picture is kept and nothing has changed.
 */
export async function changedShare(page: Page, picture: Buffer, kept: string): Promise<number> {
  if (process.env['OFFTAKE_KEEP_PICTURES'] !== undefined || !existsSync(kept)) {
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, picture);
    return 0;
  }
  const blank = await page.context().newPage();
  try {
    return await blank.evaluate(shareOf, {
      one: picture.toString('base64'),
      other: readFileSync(kept).toString('base64'),
      noticeable,
    });
  } finally {
    await blank.close();
  }
}

/** Runs in the browser, which can read pictures. */
async function shareOf(task: { one: string; other: string; noticeable: number }): Promise<number> {
  const pixels = async (png: string) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${png}`;
    await picture.decode();
    const canvas = new OffscreenCanvas(picture.width, picture.height);
    const context = canvas.getContext('2d');
    context?.drawImage(picture, 0, 0);
    return context?.getImageData(0, 0, picture.width, picture.height).data ?? new Uint8ClampedArray();
  };
  const [a, b] = await Promise.all([pixels(task.one), pixels(task.other)]);
  if (a.length !== b.length || a.length === 0) return 1;
  const brightness = (data: Uint8ClampedArray, at: number) =>
    0.3 * (data[at] ?? 0) + 0.6 * (data[at + 1] ?? 0) + 0.1 * (data[at + 2] ?? 0);
  let changed = 0;
  for (let at = 0; at < a.length; at += 4) {
    if (Math.abs(brightness(a, at) - brightness(b, at)) > task.noticeable) changed += 1;
  }
  return changed / (a.length / 4);
}
