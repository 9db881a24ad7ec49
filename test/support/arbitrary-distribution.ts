import fc from 'fast-check';
import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';

const ends = fc
  .record({
    low: fc.double({ min: -50, max: 50, noNaN: true }),
    rise: fc.double({ min: 0.1, max: 60, noNaN: true }),
    fall: fc.double({ min: 0.1, max: 60, noNaN: true }),
  })
  .map(({ low, rise, fall }) => ({ low, mode: low + rise, high: low + rise + fall }));

const shape = fc.double({ min: 0.5, max: 20, noNaN: true });

const whole: fc.Arbitrary<Exclude<Distribution, { kind: 'constant' | 'discrete' }>> = fc.oneof(
  fc.record({
    kind: fc.constant('normal' as const),
    mean: fc.double({ min: -50, max: 50, noNaN: true }),
    sd: fc.double({ min: 0.1, max: 30, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('lognormal' as const),
    mu: fc.double({ min: -2, max: 4, noNaN: true }),
    sigma: fc.double({ min: 0.05, max: 1.5, noNaN: true }),
  }),
  ends.map(({ low, high }) => ({ kind: 'uniform' as const, low, high })),
  ends.map((three) => ({ kind: 'triangular' as const, ...three })),
  ends.map((three) => ({ kind: 'pert' as const, ...three })),
  fc
    .record({ alpha: shape, beta: shape, three: ends })
    .map(({ alpha, beta, three: { low, high } }) => ({ kind: 'beta' as const, alpha, beta, low, high })),
);

/** Continuous distributions of every kind, half of them with a bound that leaves something of them. */
export const continuousDistributions: fc.Arbitrary<Distribution> = fc
  .record({
    distribution: whole,
    cut: fc.constantFrom(null, 'atLeast' as const, 'atMost' as const),
    at: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
  })
  .map(({ distribution, cut, at }) =>
    cut === null ? distribution : { ...distribution, [cut]: quantile(distribution, at) },
  );
