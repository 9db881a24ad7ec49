import { REPLICATES } from '../random/replicates.ts';

/**
 * Returns the standard error of the ratio Σ sums / Σ counts from its replicates, which are independent of one another whatever the
 * sampling method makes of the draws inside them.
 * Widened by Student's factor for so few replicates, so that ±1.96 of it covers the truth 19 times in 20. NaN with fewer than
 * two replicates. Source: linearised ratio estimator over clusters (Cochran, Sampling
 * Techniques, 1977, section 11.7).
 */
export function replicateError(
  sums: ArrayLike<number>,
  counts: ArrayLike<number>,
  replicates: number = REPLICATES,
): number {
  let sum = 0;
  let count = 0;
  let groups = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    sum += sums[replicate];
    count += counts[replicate];
    if (counts[replicate] > 0) groups += 1;
  }
  if (groups < 2) return Number.NaN;
  const ratio = sum / count;
  let square = 0;
  for (let replicate = 0; replicate < replicates; replicate++) {
    square += (sums[replicate] - ratio * counts[replicate]) ** 2;
  }
  return (studentFactor(groups - 1) * Math.sqrt((groups / (groups - 1)) * square)) / count;
}

/**
 * Returns how much wider the central 95 % of Student's law with so many degrees of freedom is than that of the normal law.
 * Source: Cornish-Fisher expansion, Abramowitz and Stegun 26.7.5.
 */
export function studentFactor(degrees: number): number {
  const z2 = 1.959963984540054 ** 2;
  const first = (z2 + 1) / 4;
  const second = ((5 * z2 + 16) * z2 + 3) / 96;
  const third = (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
  return 1 + (first + (second + third / degrees) / degrees) / degrees;
}
