import { describe, expect, it } from 'vitest';
import { betaLogOdds, fromLogOdds } from '#shared/engine/numeric/beta-quantile.ts';
import { incompleteBeta } from '#shared/engine/numeric/incomplete-beta.ts';
import { logGamma } from '#shared/engine/numeric/log-gamma.ts';
import { normalCdf, normalUpperTail } from '#shared/engine/numeric/normal-cdf.ts';
import { probit } from '#shared/engine/numeric/probit.ts';
import { relativeError } from '../../../support/relative-error.ts';
import { reference } from './reference.ts';

describe('special functions against 40-digit references', () => {
  it('inverts the normal law to 1e-14, tails to 1e-300 included', () => {
    for (const [p, z] of reference.probit) {
      expect(relativeError(probit(Number(p)), Number(z)), `probit(${p})`).toBeLessThan(1e-14);
    }
  });

  it('knows the normal law to 1e-12 in relative terms, far into the lower tail', () => {
    for (const [z, p] of reference.normalCdf) {
      expect(relativeError(normalCdf(Number(z)), Number(p)), `normalCdf(${z})`).toBeLessThan(1e-12);
      expect(relativeError(normalUpperTail(-Number(z)), Number(p))).toBeLessThan(1e-12);
    }
  });

  it('knows the logarithm of the gamma function', () => {
    for (const [x, value] of reference.logGamma) {
      const error = Math.abs(logGamma(Number(x)) - Number(value)) / Math.max(1, Math.abs(Number(value)));
      expect(error, `logGamma(${x})`).toBeLessThan(1e-14);
    }
  });

  it('knows the incomplete beta function to 1e-12', () => {
    for (const [a, b, x, value] of reference.incompleteBeta) {
      const [alpha, beta, at] = [Number(a), Number(b), Number(x)];
      expect(
        relativeError(incompleteBeta(alpha, beta, at, 1 - at), Number(value)),
        `I(${a}, ${b}, ${x})`,
      ).toBeLessThan(1e-12);
    }
  });

  it('mirrors: I_x(a, b) + I_y(b, a) = 1, and the quantile undoes the function', () => {
    for (const a of [0.2, 1, 3.5, 80])
      for (const b of [0.4, 1, 9])
        for (const p of [1e-9, 0.02, 0.5, 0.97]) {
          const logOdds = betaLogOdds(a, b, p, 1 - p);
          const x = fromLogOdds(logOdds);
          const y = fromLogOdds(-logOdds);
          expect(incompleteBeta(a, b, x, y) + incompleteBeta(b, a, y, x)).toBeCloseTo(1, 13);
          expect(relativeError(incompleteBeta(a, b, x, y), p), `${a} ${b} ${p}`).toBeLessThan(1e-12);
        }
  });

  it('answers the ends and refuses what lies beyond', () => {
    expect(probit(0)).toBe(Number.NEGATIVE_INFINITY);
    expect(probit(1)).toBe(Number.POSITIVE_INFINITY);
    expect(probit(0.5)).toBe(0);
    expect(probit(-0.1)).toBeNaN();
    expect(probit(1.1)).toBeNaN();
    expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0);
    expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1);
  });
});
