/** Returns where `f` changes sign between `a` and `b`; see `rootSearch`. */
export function findRoot(
  f: (x: number) => number,
  a: number,
  fa: number,
  b: number,
  fb: number,
  tolerance: number,
): number {
  const search = rootSearch(a, fa, b, fb, tolerance);
  let step = search.next();
  while (!step.done) step = search.next(f(step.value));
  return step.value;
}

/**
 * Searches where a function changes sign between `a` and `b`, given that its values there, `fa` and `fb`, have opposite signs: yields a
 * place, is given the value there, and returns an answer within `tolerance` of a change of sign, be it a zero or a
 * jump. At most 200 evaluations, in practice about ten. Whoever holds the search decides where and when to evaluate.
 * Source: R. P. Brent, Algorithms for Minimization without Derivatives (1973), chapter 4.
 */
export function* rootSearch(
  a: number,
  fa: number,
  b: number,
  fb: number,
  tolerance: number,
): Generator<number, number, number> {
  let [best, fBest] = [b, fb];
  let [previous, fPrevious] = [a, fa];
  let [opposite, fOpposite] = [a, fa];
  let step = b - a;
  let lastStep = step;
  for (let count = 0; count < 200; count++) {
    if (Math.abs(fOpposite) < Math.abs(fBest)) {
      [previous, best, opposite] = [best, opposite, best];
      [fPrevious, fBest, fOpposite] = [fBest, fOpposite, fBest];
    }
    const closest = 2 * 2.3e-16 * Math.abs(best) + tolerance / 2;
    const half = (opposite - best) / 2;
    if (Math.abs(half) <= closest || fBest === 0) return best;
    const next =
      Math.abs(lastStep) >= closest && Math.abs(fPrevious) > Math.abs(fBest)
        ? interpolate(best, fBest, previous, fPrevious, opposite, fOpposite)
        : Number.NaN;
    const isGood =
      Math.abs(next) < Math.min(1.5 * Math.abs(half) - Math.abs(closest) / 2, Math.abs(lastStep) / 2) &&
      next * half > 0;
    lastStep = isGood ? step : half;
    step = isGood ? next : half;
    [previous, fPrevious] = [best, fBest];
    best += Math.abs(step) > closest ? step : Math.sign(half) * closest;
    fBest = yield best;
    if (fBest > 0 === fOpposite > 0) {
      [opposite, fOpposite] = [previous, fPrevious];
      step = best - previous;
      lastStep = step;
    }
  }
  return best;
}

/** The step of the secant through two points, or of the inverse parabola through three. */
function interpolate(
  best: number,
  fBest: number,
  previous: number,
  fPrevious: number,
  opposite: number,
  fOpposite: number,
): number {
  const s = fBest / fPrevious;
  if (previous === opposite) return (s * (opposite - best)) / (1 - s);
  const q = fPrevious / fOpposite;
  const r = fBest / fOpposite;
  const above = s * ((opposite - best) * q * (q - r) - (best - previous) * (r - 1));
  return -above / ((q - 1) * (r - 1) * (s - 1));
}
