import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { apart } from '#shared/export/drawing/end-labels.ts';
import { pageDrawing } from '#shared/export/drawing/page-drawing.ts';
import { svg } from '#shared/export/drawing/svg.ts';
import { fitText, textWidth, wrapText } from '#shared/export/drawing/text-width.ts';
import { composePages } from '#shared/export/pages/compose.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { plainWishes } from '#shared/export/wishes.ts';
import { shippedDocument } from '../../../support/export-document.ts';
import { samplePages } from '../../../support/sample-pages.ts';

let pages: readonly ExportPage[];

beforeAll(async () => {
  const composed = composePages(await shippedDocument(undefined, { draws: 64 }), plainWishes);
  if (!composed.ok) throw new Error(composed.error);
  pages = [...composed.value, ...samplePages];
});

describe('a drawing', () => {
  it('stays on its paper, with finite places only', () => {
    for (const page of pages) {
      const { width, height, items } = pageDrawing(page);
      for (const item of items) {
        const places =
          item.kind === 'label' ? [[item.x, item.y]] : item.path.map((step) => step.slice(-2) as number[]);
        for (const [x, y] of places.filter((place) => typeof place[0] === 'number')) {
          expect(x).toBeGreaterThanOrEqual(-1);
          expect(x).toBeLessThanOrEqual(width + 1);
          expect(y).toBeGreaterThanOrEqual(-1);
          expect(y).toBeLessThanOrEqual(height + 1);
        }
      }
    }
  });

  it('lets no name run off its paper', () => {
    for (const page of pages) {
      const { width, items } = pageDrawing(page);
      for (const item of items) {
        if (item.kind !== 'label' || item.isUpright === true) continue;
        const own = textWidth(item.text, item.size, item.weight);
        const left =
          item.anchor === 'start' ? item.x : item.anchor === 'end' ? item.x - own : item.x - own / 2;
        expect(left, `${page.id}: ${item.text}`).toBeGreaterThanOrEqual(-2);
        expect(left + own, `${page.id}: ${item.text}`).toBeLessThanOrEqual(width + 2);
      }
    }
  });

  it('says the finding, the topic and the condition in words', () => {
    for (const page of pages) {
      const said = pageDrawing(page)
        .items.flatMap((item) => (item.kind === 'label' ? [item.text] : []))
        .join(' ');
      expect(said).toContain(page.finding.split(' ').slice(0, 4).join(' '));
      expect(said).toContain(page.topic);
    }
  });

  it('is the same SVG every time, without anything that is no number', () => {
    for (const page of pages) {
      const text = svg(pageDrawing(page));
      expect(svg(pageDrawing(page))).toBe(text);
      expect(text).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});

describe('names beside a plot', () => {
  it('keep their distance and their order, and stay where they are when nothing is near', () => {
    const room = fc.array(fc.double({ min: 0, max: 300, noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(room, (places) => {
        const sorted = [...places].sort((a, b) => a - b);
        const moved = apart(sorted, 14, 0, 300);
        for (let at = 1; at < moved.length; at++) {
          expect((moved[at] ?? 0) - (moved[at - 1] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-9);
        }
        for (const place of moved) expect(place).toBeLessThanOrEqual(300 + 1e-9);
      }),
    );
    expect(apart([10, 100, 200], 14, 0, 300)).toEqual([10, 100, 200]);
  });
});

describe('measured text', () => {
  it('fits into the width it was given', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), fc.integer({ min: 40, max: 400 }), (text, width) => {
        const shown = fitText(text, width, 12);
        expect(textWidth(shown, 12) <= width || [...shown].length <= 2).toBe(true);
        const lines = wrapText(text, width, 12, 400, 3);
        expect(lines.length).toBeLessThanOrEqual(3);
        for (const line of lines) expect(textWidth(line, 12) <= width || [...line].length <= 2).toBe(true);
      }),
    );
  });

  it('keeps every word that has room', () => {
    const words = 'Billed spend passes the commitment in August';
    expect(wrapText(words, 150, 12, 400, 9).join(' ')).toBe(words);
  });
});
