import type { Dash } from '#shared/view/chart.ts';

/** Lengths of dashes and gaps of each line style, in plots and in the keys of pictures. */
export const lineDash: Readonly<Record<Dash, 'solid' | number[]>> = {
  solid: 'solid',
  dashed: [6, 3],
  dotted: [2, 2],
};
