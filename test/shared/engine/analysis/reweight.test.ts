import { describe, expect, it } from 'vitest';
import { type Observation, reweight } from '#shared/engine/analysis/reweight.ts';
import { probit } from '#shared/engine/numeric/probit.ts';
import { createStream, fillUniforms } from '#shared/engine/random/stream.ts';

const draws = 40_000;
const prior = new Float64Array(draws);
fillUniforms(createStream(1, 'prior', { method: 'sobol', draws }), 0, draws, prior);
prior.forEach((uniform, draw) => {
  prior[draw] = 10 + 3 * probit(uniform);
});

const observe = (value: number, error: number, samples = prior): Observation => ({
  name: 'spend 2026-05',
  value,
  error,
  samples,
});

function weigh(...observations: Observation[]) {
  const outcome = reweight(observations, draws);
  if (!outcome.ok) throw new Error(outcome.error.message);
  return outcome.value;
}

describe('re-weighting by actuals', () => {
  it('gives the posterior of a normal law with a normal observation', () => {
    const [value, error] = [14, 2];
    const { weights } = weigh(observe(value, error));
    const precision = 1 / 9 + 1 / error ** 2;
    const mean = (10 / 9 + value / error ** 2) / precision;
    const found = prior.reduce((sum, draw, at) => sum + draw * (weights[at] ?? 0), 0);
    const spread = prior.reduce((sum, draw, at) => sum + (draw - found) ** 2 * (weights[at] ?? 0), 0);
    expect(found).toBeCloseTo(mean, 1);
    expect(spread).toBeCloseTo(1 / precision, 1);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 12);
  });

  it('counts effective draws as the closed form does', () => {
    // For a normal prior with variance v and an error variance e at the prior mean, the share left is
    // √(e (e + 2v)) / (e + v).
    const [v, e] = [9, 4];
    const { effectiveDraws, placeInFan } = weigh(observe(10, 2));
    expect(effectiveDraws / draws).toBeCloseTo(Math.sqrt(e * (e + 2 * v)) / (e + v), 2);
    expect(placeInFan[0]).toBeCloseTo(0.5, 2);
  });

  it('keeps all draws alike when nothing is observed, or nothing is learnt', () => {
    expect(weigh().effectiveDraws).toBeCloseTo(draws, 6);
    expect(weigh(observe(10, 1e9)).effectiveDraws).toBeCloseTo(draws, 3);
  });

  it('gives no weight to draws without an answer', () => {
    const gaps = prior.map((draw) => (draw > 12 ? Number.NaN : draw));
    const { weights } = weigh(observe(11, 3, gaps));
    expect(weights.every((weight, at) => (weight === 0) === (prior[at] ?? 0) > 12)).toBe(true);
  });

  it('refuses when hardly a draw fits, naming the observation to look at', () => {
    const outcome = reweight([observe(10, 5), { ...observe(60, 0.5), name: 'power 2026-06' }], draws);
    expect(outcome.ok).toBe(false);
    if (outcome.ok) return;
    expect(outcome.error).toMatchObject({ code: 'collapsed', observation: 'power 2026-06' });
    expect(outcome.error.effectiveDraws).toBeLessThan(50);
    expect(outcome.error.message).toMatch(/of 40000 draws fit the 2 observations/);
    const none = reweight([observe(1, 1, new Float64Array(draws).fill(Number.NaN))], draws);
    expect(none.ok ? 1 : none.error.effectiveDraws).toBe(0);
  });

  it('refuses an observation without a usable error', () => {
    for (const bad of [observe(1, 0), observe(1, Number.NaN), observe(Number.NaN, 1)]) {
      const outcome = reweight([bad], draws);
      expect(outcome.ok ? '' : outcome.error.code).toBe('bad-observation');
    }
  });
});
