import type { Texture } from '#shared/view/chart.ts';
import { textureLines, textureStroke } from '#shared/view/series-look.ts';
import type { Palette } from './palette.ts';

/** A texture as ECharts repeats it: rows of symbols and gaps, turned. */
interface Decal {
  readonly symbol: 'rect' | 'circle';
  readonly color: string;
  readonly dashArrayX: number[][];
  readonly dashArrayY: number[];
  readonly rotation: number;
}

const made = new WeakMap<Palette, Map<Texture, Decal>>();

/**
 * Gives what lies over an area, for its style; nothing where it is plain. One object for each texture of a palette: ECharts builds a
 * texture again, symbol by symbol, whenever it meets another object, and would put new symbols on the page with every edit.
 */
export function textureDecal(texture: Texture = 'plain', palette: Palette): { readonly decal?: Decal } {
  const known = made.get(palette) ?? new Map<Texture, Decal>();
  made.set(palette, known);
  const decal = known.get(texture) ?? decalOf(texture, palette);
  if (decal === null) return {};
  if (!known.has(texture)) known.set(texture, asItIs(decal));
  return { decal };
}

/** ECharts copies plain objects but not patterns, and takes for changed what lets itself be called so. */
function asItIs(decal: Decal): Decal {
  return Object.defineProperties(decal, {
    [Symbol.toStringTag]: { value: 'CanvasPattern' },
    dirty: { get: () => false, set: () => undefined },
  });
}

function decalOf(texture: Texture, { surface }: Palette): Decal | null {
  const [lines, across] = textureLines[texture];
  if (lines === undefined) return null;
  const { width, dot } = textureStroke;
  const base = { color: faded(surface), rotation: (-lines.turn * Math.PI) / 180 };
  if (lines.every !== undefined) {
    const gap = lines.gap - dot;
    const half = lines.every / 2;
    const rows = [
      [dot, lines.every - dot],
      [0, half, dot, half - dot],
    ];
    return { ...base, symbol: 'circle', dashArrayX: rows, dashArrayY: [dot, gap] };
  }
  const gap = lines.gap - width;
  if (across === undefined)
    return { ...base, symbol: 'rect', dashArrayX: [[1, 0]], dashArrayY: [width, gap] };
  // Lines across stand as posts between the lines.
  const rows = [
    [1, 0],
    [width, gap],
  ];
  return { ...base, symbol: 'rect', dashArrayX: rows, dashArrayY: [width, 0, gap, 0] };
}

/** A colour of the tokens, `#rrggbb`, as much of it as a texture shows; spelt as every program that reads pictures knows it. */
function faded(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgba(${[...channels, textureStroke.opacity].join(',')})`;
}
