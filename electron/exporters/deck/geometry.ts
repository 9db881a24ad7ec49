import type { SlideSize } from '#shared/export/wishes.ts';

/** A place on a slide, in English Metric Units (914 400 to the inch). */
export interface SlideBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** English Metric Units to the inch. */
export const inch = 914_400;

/** Width and height of each slide size and the name PowerPoint has for it; the widest has none. */
export const slideFormats: Readonly<
  Record<SlideSize, { readonly width: number; readonly height: number; readonly type?: string }>
> = {
  '16:9': { width: 12_192_000, height: 6_858_000 },
  '4:3': { width: 9_144_000, height: 6_858_000, type: 'screen4x3' },
  a4: { width: 9_906_000, height: 6_858_000, type: 'A4' },
};

/** Where things stand on our own slides. */
export interface SlideBoxes {
  readonly title: SlideBox;
  readonly topic: SlideBox;
  readonly body: SlideBox;
  readonly footnote: SlideBox;
  readonly number: SlideBox;
}

/** Divides a slide: finding above, picture, footnotes below; margins keep their width whatever the size. */
export function slideBoxes({
  width,
  height,
}: {
  readonly width: number;
  readonly height: number;
}): SlideBoxes {
  const x = Math.round(0.55 * inch);
  const full = width - 2 * x;
  const box = (from: number, to: number): SlideBox => ({
    x,
    y: Math.round(from * inch),
    width: full,
    height: Math.round((to - from) * inch),
  });
  const bottom = height / inch;
  const numberWidth = Math.round(0.7 * inch);
  return {
    title: box(0.4, 1.3),
    topic: box(1.3, 1.68),
    body: box(1.75, bottom - 1.05),
    footnote: { ...box(bottom - 0.98, bottom - 0.3), width: full - numberWidth },
    number: { ...box(bottom - 0.65, bottom - 0.3), x: x + full - numberWidth, width: numberWidth },
  };
}
