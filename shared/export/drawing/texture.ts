import type { Texture } from '#shared/view/chart.ts';
import { type TextureLines, textureLines, textureStroke } from '#shared/view/series-look.ts';
import type { PathStep, Shape } from './drawing.ts';

type Point = readonly [x: number, y: number];

/**
 * Draws what lies over an area as plain lines that end at its outline, so that every medium that can draw a line shows the
 * same. The outline is made of straight pieces; `scale` makes lines denser, for a sample in a key.
 */
export function textureShapes(
  outline: readonly PathStep[],
  texture: Texture | undefined,
  stroke: string,
  scale = 1,
): Shape[] {
  const edges = edgesOf(outline);
  return textureLines[texture ?? 'plain'].flatMap((lines): Shape[] => {
    const path = family(edges, lines, scale);
    const width = (lines.every === undefined ? textureStroke.width : textureStroke.dot) * Math.sqrt(scale);
    const look = { stroke, strokeOpacity: textureStroke.opacity, strokeWidth: width };
    return path.length === 0 ? [] : [{ kind: 'shape', path, ...look }];
  });
}

/** The straight edges of an outline, each closed piece by itself. */
function edgesOf(outline: readonly PathStep[]): (readonly [Point, Point])[] {
  const edges: (readonly [Point, Point])[] = [];
  let first: Point = [0, 0];
  let last: Point = first;
  for (const step of outline) {
    const next: Point = step[0] === 'Z' ? first : step[0] === 'C' ? [step[5], step[6]] : [step[1], step[2]];
    if (step[0] === 'M') first = next;
    else edges.push([last, next]);
    last = next;
  }
  return edges;
}

/** The parts of parallel lines inside: turned so that they lie, each line is inside between its odd and its even meeting with an edge. */
function family(
  edges: readonly (readonly [Point, Point])[],
  { turn, gap, every }: TextureLines,
  scale: number,
): PathStep[] {
  const step = gap * scale;
  const [cos, sin] = [Math.cos((turn * Math.PI) / 180), Math.sin((turn * Math.PI) / 180)];
  const laid = ([x, y]: Point): Point => [x * cos - y * sin, x * sin + y * cos];
  const back = (x: number, y: number): Point => [x * cos + y * sin, y * cos - x * sin];
  const meetings = new Map<number, number[]>();
  for (const [one, two] of edges) {
    const [a, b] = [laid(one), laid(two)];
    const [low, high] = a[1] < b[1] ? [a, b] : [b, a];
    // A line through a corner meets only the edge that ends above it.
    for (let line = Math.ceil(low[1] / step); line * step < high[1]; line += 1) {
      const share = (line * step - low[1]) / (high[1] - low[1]);
      meetings.set(line, [...(meetings.get(line) ?? []), low[0] + (high[0] - low[0]) * share]);
    }
  }
  return [...meetings].flatMap(([line, met]) => {
    const sorted = met.sort((a, b) => a - b);
    const steps: PathStep[] = [];
    for (let at = 0; at + 1 < sorted.length; at += 2) {
      const [from = 0, to = 0] = [sorted[at], sorted[at + 1]];
      for (const [start, end] of every === undefined
        ? [[from, to] as const]
        : dots(from, to, every * scale, line)) {
        steps.push(['M', ...back(start, line * step)], ['L', ...back(end, line * step)]);
      }
    }
    return steps;
  });
}

/** Dots as strokes as long as they are thick, every other line moved by half of the distance. */
function dots(from: number, to: number, every: number, line: number): (readonly [number, number])[] {
  const shift = line % 2 === 0 ? 0 : every / 2;
  const all: (readonly [number, number])[] = [];
  const length = textureStroke.dot;
  for (let at = Math.ceil((from - shift) / every); at * every + shift + length <= to; at += 1)
    all.push([at * every + shift, at * every + shift + length]);
  return all;
}
