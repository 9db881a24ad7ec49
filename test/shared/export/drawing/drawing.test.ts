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
import { manySeriesPage } from '../../../support/many-series.ts';
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

  it('tells more areas and lines than there are colours apart without any', () => {
    const drawn = (areas: number, lines: number) => {
      const text = svg(pageDrawing(manySeriesPage(areas, lines)));
      const shapes = text.split('\n').filter((line) => line.startsWith('<path'));
      const plain = shapes.map((line) =>
        line.replace(/ (?:fill|stroke)="#\w+"/g, '').replace(/ d="[^"]*"/, ''),
      );
      return { shapes, plain };
    };
    const { shapes } = drawn(13, 0);
    // Behind every area but the first, plain one come the lines that lie over it.
    const isArea = (line: string) => line.includes('fill-opacity="0.85"');
    const groups: string[][] = [];
    for (const line of shapes) {
      if (isArea(line)) groups.push([]);
      else if (line.includes('stroke-opacity')) groups.at(-1)?.push(line);
    }
    expect(groups).toHaveLength(13);
    const turns = groups.map((lines) => lines.map(strokeKinds).join(' | '));
    expect(new Set(turns).size).toBe(13);
    const { plain } = drawn(0, 16);
    const lines = plain.filter((line) => line.includes('stroke-width="2'));
    expect(lines).toHaveLength(16);
    expect(new Set(lines.slice(0, 8)).size).toBe(8);
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

/** How the strokes of a path run: their direction, how far apart they are, and whether they are dots. */
function strokeKinds(path: string): string {
  const all = [...path.matchAll(/M([\d.-]+) ([\d.-]+)L([\d.-]+) ([\d.-]+)/g)].map((found) =>
    found.slice(1).map(Number),
  );
  const turns = all.map(([x1 = 0, y1 = 0, x2 = 0, y2 = 0]) =>
    Math.round((Math.atan2(y2 - y1, x2 - x1) * 180) / Math.PI),
  );
  const isDots = all.every(([x1 = 0, , x2 = 0]) => Math.abs(x2 - x1) < 3 && Math.abs(x2 - x1) > 0.5);
  return `${[...new Set(turns)].join()} ${isDots} ${Math.round(Math.log2(all.length))}`;
}
