import type { Drawing, FontWeight } from '#shared/export/drawing/drawing.ts';
import { subsetFont } from './subset-font.ts';
import { typeface } from './typeface.ts';

const weights: readonly FontWeight[] = [400, 600];

/** Writes the style sheet that carries the letters a drawing uses. */
export function fontStyle({ items }: Pick<Drawing, 'items'>): string {
  return fontFaces((weight) =>
    items.flatMap((item) => (item.kind === 'label' && item.weight === weight ? [item.text] : [])).join(''),
  );
}

/** Writes the style sheet that carries the letters of some texts, by weight. */
export function fontFaces(textIn: (weight: FontWeight) => string): string {
  return weights
    .flatMap((weight) => {
      const text = textIn(weight);
      if (text === '') return [];
      const font = Buffer.from(subsetFont(typeface[weight], text)).toString('base64');
      return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/ttf;base64,${font}) format("truetype")}`;
    })
    .join('');
}
