import { conditional, type ExportDocument } from '#shared/export/document.ts';
import { colours } from '#shared/export/drawing/colours.ts';
import { type Label, type Shape, straight } from '#shared/export/drawing/drawing.ts';
import { fitText, wrapText } from '#shared/export/drawing/text-width.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';

const margin = 48;
const linesAtMost = 22;

/** Sets out the first sheet: which scenarios, under which condition, and what each page finds. */
export function coverItems(
  { scenarios }: ExportDocument,
  pages: readonly ExportPage[],
  { width }: { readonly width: number },
): (Shape | Label)[] {
  const inner = width - 2 * margin;
  const label = { kind: 'label', x: margin, weight: 400, anchor: 'start', fill: colours.text } as const;
  const titles = scenarios.flatMap(({ title, customer }) =>
    wrapText(`${title} – ${customer}`, inner, 26, 600, 2),
  );
  const top = margin + 30;
  const below = top + titles.length * 34;
  return [
    ...titles.map(
      (text, at): Label => ({ ...label, text, y: top + at * 34, size: 26, weight: 600, fill: colours.ink }),
    ),
    { ...label, text: conditional, y: below, size: 13, fill: colours.faint },
    { kind: 'shape', path: straight(margin, below + 18, width - margin, below + 18), stroke: colours.rule },
    ...pages.slice(0, linesAtMost).flatMap(({ topic, finding }, at): Label[] => {
      const y = below + 44 + at * 17;
      return [
        { ...label, text: fitText(topic, 190, 10.5, 600), y, size: 10.5, weight: 600, fill: colours.faint },
        { ...label, text: fitText(finding, inner - 200, 10.5), x: margin + 200, y, size: 10.5 },
      ];
    }),
  ];
}
