/** Draws over which one point of a sweep or of a goal seek is taken: fewer say nothing, more keep everybody waiting. */
export const pointDraws = { fewest: 64, usual: 2_048, most: 100_000 } as const;

/** Steps of a sweep over one input and over two where nobody says how many: lines and cells that can still be told apart. */
export const sweepSteps = { one: 9, two: 8 } as const;
