const HALF_LOG_TWO_PI = 0.9189385332046728;

/**
 * Returns the natural logarithm of the gamma function for x > 0. Absolute error below 1e-14 · max(1, |result|).
 * Source: Stirling's series (DLMF 5.11.1) with the recurrence of the gamma function below 12.
 */
export function logGamma(x: number): number {
  return HALF_LOG_TWO_PI + (x - 0.5) * Math.log(x) - x + stirlingCorrection(x);
}

/**
 * Returns what Stirling's formula leaves out: ln Γ(x) - ((x - ½) ln x - x + ½ ln 2π), for x > 0. Small and smooth, so
 * that ratios of gamma functions can be formed from it without cancellation.
 */
export function stirlingCorrection(x: number): number {
  let shifted = x;
  let gathered = 0;
  while (shifted < 12) {
    gathered += (shifted + 0.5) * Math.log1p(1 / shifted) - 1;
    shifted += 1;
  }
  const s = 1 / (shifted * shifted);
  const series =
    (1 / 12 +
      s *
        (-1 / 360 +
          s *
            (1 / 1260 +
              s *
                (-1 / 1680 + s * (1 / 1188 + s * (-691 / 360360 + s * (1 / 156 - (s * 3617) / 122400))))))) /
    shifted;
  return gathered + series;
}
