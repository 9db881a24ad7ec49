/** Smallest price that divides, USD per chip-hour: a chip given away is worth much, not infinitely much. */
export const leastPrice = 1e-12;
