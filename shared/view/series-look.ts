import { invariant } from '#shared/base/assert.ts';
import { type Dash, dataTone, type Marker, type Texture } from './chart.ts';

/** Lengths of dashes and gaps of each line style, in pixels or points; null where there are no gaps. */
export const dashLengths: Readonly<Record<Dash, readonly number[] | null>> = {
  solid: null,
  dashed: [6, 3],
  dotted: [2, 2],
  'dash-dot': [7, 3, 2, 3],
  long: [12, 4],
  short: [4, 2],
  'long-dot': [12, 3, 2, 3],
  'long-dot-dot': [12, 3, 2, 3, 2, 3],
};

/** Parallel lines of a texture. */
export interface TextureLines {
  /** Against the horizontal, in degrees; lines of 45 rise to the right. */
  readonly turn: number;
  /** From one line to the next, in pixels or points. */
  readonly gap: number;
  /** Instead of a whole line, dots so far from one another. */
  readonly every?: number;
}

const [wide, close] = [7, 4];
const dotsEvery = (gap: number): TextureLines => ({ turn: 0, gap, every: gap });

/** The lines of each texture. */
export const textureLines: Readonly<Record<Texture, readonly TextureLines[]>> = {
  plain: [],
  rising: [{ turn: 45, gap: wide }],
  dots: [dotsEvery(wide - 1)],
  falling: [{ turn: -45, gap: wide }],
  level: [{ turn: 0, gap: wide }],
  crossed: [
    { turn: 45, gap: wide },
    { turn: -45, gap: wide },
  ],
  upright: [{ turn: 90, gap: wide }],
  grid: [
    { turn: 0, gap: wide },
    { turn: 90, gap: wide },
  ],
  'rising-close': [{ turn: 45, gap: close }],
  'dots-close': [dotsEvery(close)],
  'falling-close': [{ turn: -45, gap: close }],
  'level-close': [{ turn: 0, gap: close }],
  'upright-close': [{ turn: 90, gap: close }],
};

/** How thick the lines of a texture are and how large its dots, and how much of the colour under them they hide. */
export const textureStroke = { width: 1, dot: 2, opacity: 0.55 } as const;

const textures = Object.keys(textureLines) as readonly Texture[];
const dashes = Object.keys(dashLengths) as readonly Dash[];
const markers: readonly Marker[] = ['circle', 'square', 'triangle'];

/** Says how an area looks by its place: the colours are too alike in brightness to be told apart without what lies over them. */
export function areaLook(at: number) {
  return { kind: 'area', tone: dataTone(at), dash: 'solid', texture: from(textures, at) } as const;
}

/** Says how a line looks by its place: no two are of one style before all styles are used up, nor then before all markers are. */
export function lineLook(at: number) {
  const look = { kind: 'line', tone: dataTone(at), dash: from(dashes, at) } as const;
  const round = Math.floor(at / dashes.length) % (markers.length + 1);
  return round === 0 ? look : { ...look, marker: from(markers, round - 1) };
}

function from<T>(list: readonly T[], at: number): T {
  const one = list[at % list.length];
  invariant(one !== undefined, 'the place of a series is a whole number from 0 on');
  return one;
}
