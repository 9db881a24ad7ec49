import { describe, expect, it } from 'vitest';
import { measuredCharacters } from '#shared/export/drawing/inter-widths.ts';
import { bodyDrawing, pageDrawing } from '#shared/export/drawing/page-drawing.ts';
import { svg } from '#shared/export/drawing/svg.ts';
import { textWidth } from '#shared/export/drawing/text-width.ts';
import { fontStyle } from '../../../../electron/exporters/picture/font-style.ts';
import { rasterise } from '../../../../electron/exporters/picture/rasterise.ts';
import { subsetFont } from '../../../../electron/exporters/picture/subset-font.ts';
import { typeface } from '../../../../electron/exporters/picture/typeface.ts';
import { parseFont } from '../../../support/parse-font.ts';
import { samplePages } from '../../../support/sample-pages.ts';

const [page] = samplePages;
if (page === undefined) throw new Error('there is a sample');

/** Width and height of a PNG, from its head. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('PNG', () => {
  it('has so many pixels per point as asked for', async () => {
    for (const scale of [1, 2, 4]) {
      expect(sizeOf(await rasterise(pageDrawing(page), scale))).toEqual([960 * scale, 540 * scale]);
    }
  });

  it('shows text: without it the picture is another', async () => {
    const drawing = pageDrawing(page);
    const mute = { ...drawing, items: drawing.items.filter(({ kind }) => kind === 'shape') };
    const [spoken, silent] = [await rasterise(drawing, 1), await rasterise(mute, 1)];
    expect(spoken.length).toBeGreaterThan(silent.length * 1.5);
  });

  it('tells the two weights apart', async () => {
    const drawing = pageDrawing(page);
    const plain = drawing.items.map((item) =>
      item.kind === 'label' ? { ...item, weight: 400 as const } : item,
    );
    const thin = await rasterise({ ...drawing, items: plain }, 1);
    expect(Buffer.compare(await rasterise(drawing, 1), thin)).not.toBe(0);
  });

  it('is the same every time', async () => {
    expect(Buffer.compare(await rasterise(pageDrawing(page), 1), await rasterise(pageDrawing(page), 1))).toBe(
      0,
    );
  });
});

describe('SVG', () => {
  it('carries the letters it uses and no others, as a font that reads', () => {
    const drawing = bodyDrawing(page, { width: 400, height: 200 });
    const text = svg(drawing, { fontStyle: fontStyle(drawing) });
    const [, encoded = ''] = /base64,([^)]+)\)/.exec(text) ?? [];
    const font = parseFont(Buffer.from(encoded, 'base64'));
    const used = drawing.items.flatMap((item) =>
      item.kind === 'label' && item.weight === 400 ? [...item.text] : [],
    );
    expect(new Set(font.characters)).toEqual(new Set(used.map((letter) => letter.codePointAt(0))));
    expect(text.length).toBeLessThan(60_000);
    expect(text).not.toMatch(/https?:(?!\/\/www\.w3\.org\/2000\/svg")/);
  });
});

describe('the subset of a font', () => {
  it('keeps widths and outlines, accents put together from parts included', () => {
    const letters = 'Aé–$0ﬁ';
    const whole = parseFont(typeface[400]);
    const part = parseFont(subsetFont(typeface[400], letters));
    for (const letter of letters) {
      const code = letter.codePointAt(0) ?? 0;
      expect(part.advance(code), letter).toBe(whole.advance(code));
      expect(part.points(code), letter).toBe(whole.points(code));
    }
  });

  it('has sums that hold', () => {
    expect(parseFont(subsetFont(typeface[600], 'abc')).faults).toEqual([]);
  });
});

describe('the table of widths', () => {
  it('says what the typeface says', () => {
    for (const weight of [400, 600] as const) {
      const font = parseFont(typeface[weight]);
      for (const letter of measuredCharacters) {
        const thousandths = (font.advance(letter.codePointAt(0) ?? 0) / font.unitsPerEm) * 1000;
        expect(textWidth(letter, 1000, weight), letter).toBe(Math.round(thousandths));
      }
    }
  });
});
