import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { toneColours } from '#shared/export/drawing/colours.ts';
import type { Tone } from '#shared/view/chart.ts';

const css = readFileSync('renderer/styles/tokens.css', 'utf8');
const data = ['data-1', 'data-2', 'data-3', 'data-4', 'data-5', 'data-6', 'data-7', 'data-8'];

/** The colours of a theme by their names, without dashes in front. */
function tokens(theme: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`[data-theme="${theme}"]`);
  const block = css.slice(css.indexOf('{', start), css.indexOf('}', start));
  return new Map(
    [...block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]),
  );
}

/** Brightness as the guidelines for accessible content define it. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** Words and what they may stand on. */
const pairs: readonly (readonly [words: readonly string[], grounds: readonly string[]])[] = [
  [
    ['ink', 'ink-2'],
    ['ground', 'surface', 'raised', 'hover', 'chosen'],
  ],
  [['ink-3'], ['ground', 'surface', 'raised', 'hover']],
  [
    ['accent', 'alarm', 'warn', 'good'],
    ['ground', 'surface', 'raised'],
  ],
  [['on-accent'], ['accent']],
  // A series is named beside its end in its own colour.
  [[...data, 'data-ink', 'data-muted', 'data-alarm'], ['surface']],
  [
    ['code-key', 'code-text', 'code-number', 'code-comment'],
    ['surface', 'code-line'],
  ],
  [['code-text', 'code-key', 'code-number'], ['code-selection']],
];

describe.each([
  ['light', 4.5],
  ['dark', 4.5],
  ['high-contrast', 7],
])('the %s theme', (theme, least) => {
  const colours = tokens(theme);

  it(`sets all words off from what they stand on by ${least} to 1`, () => {
    const faint = pairs.flatMap(([words, grounds]) =>
      words.flatMap((word) =>
        grounds.flatMap((ground) => {
          const [one, other] = [colours.get(word), colours.get(ground)];
          if (one === undefined || other === undefined) return [`${word} on ${ground} is not there`];
          const ratio = contrast(one, other);
          return ratio >= least ? [] : [`${word} on ${ground}: ${ratio.toFixed(2)}`];
        }),
      ),
    );
    expect(faint).toEqual([]);
  });

  it('sets lines of charts and what marks the place of the cursor off by 3 to 1', () => {
    for (const name of ['accent', ...data, 'data-ink', 'data-muted', 'data-alarm'])
      expect(contrast(colours.get(name) ?? '', colours.get('surface') ?? '')).toBeGreaterThanOrEqual(3);
  });
});

describe('exported pictures', () => {
  it('have the colours of the light theme', () => {
    const light = tokens('light');
    const own = Object.entries(toneColours) as [Tone, string][];
    for (const [tone, colour] of own) {
      expect(light.get(tone.startsWith('data-') ? tone : `data-${tone}`)).toBe(colour);
    }
  });
});
