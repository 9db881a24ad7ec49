import type { Tone } from '#shared/view/chart.ts';

/** The colours and the typeface a chart is drawn with, as read from the design tokens. */
export interface Palette {
  readonly tones: Readonly<Record<Tone, string>>;
  readonly surface: string;
  readonly grid: string;
  readonly axis: string;
  readonly reference: string;
  readonly ink: string;
  readonly font: string;
}

const tones: readonly Tone[] = [
  'data-1',
  'data-2',
  'data-3',
  'data-4',
  'data-5',
  'data-6',
  'data-7',
  'data-8',
  'ink',
  'muted',
  'alarm',
];

/** Collects a palette from the tokens of the present theme. */
export function readPalette(readToken: (name: string) => string): Palette {
  const token = (tone: Tone) => readToken(tone.startsWith('data-') ? tone : `data-${tone}`);
  return {
    tones: Object.fromEntries(tones.map((tone) => [tone, token(tone)])) as Record<Tone, string>,
    surface: readToken('surface'),
    grid: readToken('chart-grid'),
    axis: readToken('ink-3'),
    reference: readToken('chart-reference'),
    ink: readToken('ink'),
    font: readToken('font'),
  };
}

const byTheme = new Map<string, Palette>();

/** Gives the palette of a theme, read once: asking the page for styles costs more than drawing a chart. */
export function paletteOf(theme: string, readToken: (name: string) => string): Palette {
  const palette = byTheme.get(theme) ?? readPalette(readToken);
  byTheme.set(theme, palette);
  return palette;
}
