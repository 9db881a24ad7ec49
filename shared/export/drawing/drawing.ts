/** A step of a path: move, line, curve with two control points, close. */
export type PathStep =
  | readonly ['M' | 'L', x: number, y: number]
  | readonly ['C', x1: number, y1: number, x2: number, y2: number, x: number, y: number]
  | readonly ['Z'];

/** An outline, filled or stroked or both. */
export interface Shape {
  readonly kind: 'shape';
  readonly path: readonly PathStep[];
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly stroke?: string;
  readonly strokeOpacity?: number;
  readonly strokeWidth?: number;
  /** Lengths of dashes and gaps. */
  readonly dash?: readonly number[];
}

/** A line of text; `y` is its base line. */
export interface Label {
  readonly kind: 'label';
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly weight: FontWeight;
  readonly anchor: 'start' | 'middle' | 'end';
  readonly fill: string;
  /** Turned a quarter against the clock around its point. */
  readonly isUpright?: boolean;
}

/** The weights of the one typeface. */
export type FontWeight = 400 | 600;

/** A picture as plain data: what is drawn, from back to front, in points from the top left. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly background: string | null;
  /** For those who hear it: what it is, and what it says. */
  readonly title: string;
  readonly description: string;
  readonly items: readonly (Shape | Label)[];
  /** Where values lie, for a picture that answers the pointer; null where it has no axes. */
  readonly plot: Plot | null;
}

/** The area of a drawing in which values lie, and the values at its edges. */
export interface Plot extends Box {
  readonly months: readonly [from: number, to: number];
  readonly values: readonly [from: number, to: number];
}

/** An upright rectangle. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Makes the outline of a rectangle. */
export function rectangle({ left, top, right, bottom }: Box): PathStep[] {
  return [['M', left, top], ['L', right, top], ['L', right, bottom], ['L', left, bottom], ['Z']];
}

/** Makes a straight line. */
export function straight(x1: number, y1: number, x2: number, y2: number): PathStep[] {
  return [
    ['M', x1, y1],
    ['L', x2, y2],
  ];
}
