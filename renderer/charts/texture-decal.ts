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

/** Gives what lies over an area, for its style; nothing where it is plain. */
export function textureDecal(texture: Texture | undefined, { surface }: Palette): { readonly decal?: Decal } {
  const [lines, across] = textureLines[texture ?? 'plain'];
  if (lines === undefined) return {};
  const { width, dot } = textureStroke;
  const base = { color: faded(surface), rotation: (-lines.turn * Math.PI) / 180 };
  if (lines.every !== undefined) {
    const gap = lines.gap - dot;
    const half = lines.every / 2;
    const rows = [
      [dot, lines.every - dot],
      [0, half, dot, half - dot],
    ];
    return { decal: { ...base, symbol: 'circle', dashArrayX: rows, dashArrayY: [dot, gap] } };
  }
  const gap = lines.gap - width;
  if (across === undefined)
    return { decal: { ...base, symbol: 'rect', dashArrayX: [[1, 0]], dashArrayY: [width, gap] } };
  // Lines across stand as posts between the lines.
  const rows = [
    [1, 0],
    [width, gap],
  ];
  return { decal: { ...base, symbol: 'rect', dashArrayX: rows, dashArrayY: [width, 0, gap, 0] } };
}

/** A colour of the tokens, `#rrggbb`, as much of it as a texture shows; spelt as every program that reads pictures knows it. */
function faded(colour: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `rgba(${[...channels, textureStroke.opacity].join(',')})`;
}
