import type { Tone } from '#shared/view/chart.ts';

/** The colours of exported pictures: the light theme of the window, which is what paper and slides are. */
export const colours = {
  ink: '#14181f',
  text: '#434b57',
  faint: '#5d6673',
  rule: '#d9dce1',
  grid: '#e6e8ec',
  reference: '#eceef0',
  surface: '#ffffff',
  accent: '#1f5fae',
  good: '#1c6e42',
  alarm: '#b3261e',
} as const;

/** The colour of each place in the palette. */
export const toneColours: Readonly<Record<Tone, string>> = {
  'data-1': '#2a6fbb',
  'data-2': '#c2570c',
  'data-3': '#0f8069',
  'data-4': '#8b3f8f',
  'data-5': '#926d00',
  'data-6': '#3f4c5e',
  'data-7': '#c8457a',
  'data-8': '#4f7f1d',
  ink: '#14181f',
  muted: '#6c7582',
  alarm: '#b3261e',
};

/** Mixes a colour with the surface: 1 is the colour itself. */
export function strengthened(colour: string, strength = 1): string {
  if (strength >= 1) return colour;
  const part = (at: number) => {
    const own = Number.parseInt(colour.slice(at, at + 2), 16);
    return Math.round(255 + (own - 255) * strength)
      .toString(16)
      .padStart(2, '0');
  };
  return `#${part(1)}${part(3)}${part(5)}`;
}
