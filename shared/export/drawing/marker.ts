import { dataTone } from '#shared/view/chart.ts';
import { colours, toneColours } from './colours.ts';
import type { PathStep, Shape } from './drawing.ts';

const reach = 5;

/** Draws the sign of one of several things at a place: told apart by shape as well as by colour. */
export function marker(index: number, x: number, y: number): Shape {
  const outlines = [circle, diamond, square, triangle, upturned, cross];
  const outline = outlines[index % outlines.length] ?? circle;
  return {
    kind: 'shape',
    path: outline(x, y, reach),
    fill: toneColours[dataTone(index)],
    stroke: colours.surface,
    strokeWidth: 1,
  };
}

/** Outlines a circle. */
export function circle(x: number, y: number, reach: number): PathStep[] {
  // How far the control points of a quarter of a circle lie from its ends.
  const bend = 0.5523 * reach;
  return [
    ['M', x - reach, y],
    ['C', x - reach, y - bend, x - bend, y - reach, x, y - reach],
    ['C', x + bend, y - reach, x + reach, y - bend, x + reach, y],
    ['C', x + reach, y + bend, x + bend, y + reach, x, y + reach],
    ['C', x - bend, y + reach, x - reach, y + bend, x - reach, y],
    ['Z'],
  ];
}

function polygon(
  x: number,
  y: number,
  reach: number,
  corners: readonly (readonly [number, number])[],
): PathStep[] {
  return [
    ...corners.map(
      ([across, down], at): PathStep => [at === 0 ? 'M' : 'L', x + across * reach, y + down * reach],
    ),
    ['Z'],
  ];
}

/** Outlines a diamond. */
export function diamond(x: number, y: number, reach: number): PathStep[] {
  return polygon(x, y, reach, [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ]);
}

/** Outlines a square. */
export function square(x: number, y: number, reach: number): PathStep[] {
  return polygon(x, y, reach, [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ]);
}

/** Outlines a triangle. */
export function triangle(x: number, y: number, reach: number): PathStep[] {
  return polygon(x, y, reach, [
    [0, -1.15],
    [1.1, 0.9],
    [-1.1, 0.9],
  ]);
}

function upturned(x: number, y: number, reach: number): PathStep[] {
  return polygon(x, y, reach, [
    [0, 1.15],
    [1.1, -0.9],
    [-1.1, -0.9],
  ]);
}

function cross(x: number, y: number, reach: number): PathStep[] {
  const [thin, long] = [0.4, 1.1];
  return polygon(x, y, reach, [
    [-thin, -long],
    [thin, -long],
    [thin, -thin],
    [long, -thin],
    [long, thin],
    [thin, thin],
    [thin, long],
    [-thin, long],
    [-thin, thin],
    [-long, thin],
    [-long, -thin],
    [-thin, -thin],
  ]);
}
