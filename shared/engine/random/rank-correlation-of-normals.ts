/**
 * Returns the linear correlation two normal variables need for their ranks to correlate by `rank` (both -1…1).
 * Source: Pearson, On further methods of determining correlation (1907): r = 2 sin(π ρ / 6).
 */
export function linearFromRank(rank: number): number {
  return 2 * Math.sin((Math.PI * rank) / 6);
}

/** Returns the rank correlation of two normal variables whose linear correlation is `linear`. */
export function rankFromLinear(linear: number): number {
  return (6 / Math.PI) * Math.asin(linear / 2);
}
