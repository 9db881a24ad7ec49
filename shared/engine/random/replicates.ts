/**
 * Draws are dealt in turn to this many groups, each an independent randomisation of the sampling method: draw `i` is point
 * `i >> 5` of group `i & 31`. Within a group the points are spread evenly; between groups they are independent, and that is
 * what makes an honest sampling error possible for Sobol and Latin hypercube draws (Owen, Monte Carlo theory, chapter 17).
 */
export const REPLICATES = 32;

export const REPLICATE_MASK = 31;

export const REPLICATE_SHIFT = 5;
