import { describe, expect, it } from 'vitest';
import { heldAtOnce, planPasses } from '../../../electron/engine/passes.ts';
import { planRounds } from '../../../electron/engine/rounds.ts';
import { sampleBytes } from '../../../electron/engine/shared-samples.ts';

const prepared = {
  months: 24,
  measures: Array.from({ length: 7 }, (_, at) => `measure-${at}`),
  checks: ['one'],
  draws: 5_000,
  settleAt: 0,
};

describe('passes', () => {
  it('hold every measure once, in order, each within the memory, and are as few as can be', () => {
    for (let most = 1; most <= 7; most += 1) {
      const bytes = sampleBytes({ ...prepared, measures: prepared.measures.slice(0, most) });
      const passes = planPasses(prepared, bytes);
      expect(passes.flatMap((pass) => pass.prepared.measures)).toEqual(prepared.measures);
      expect(passes.every((pass) => sampleBytes(pass.prepared) <= bytes && pass.sieve === null)).toBe(true);
      expect(passes).toHaveLength(Math.ceil(7 / most));
    }
    expect(planPasses(prepared, sampleBytes({ ...prepared, measures: ['one'] }) - 1)).toEqual([]);
  });

  it('begin where the rounds no longer fit as a whole', () => {
    const rounds = planRounds(prepared.draws);
    expect(heldAtOnce(prepared, rounds, sampleBytes(prepared))).toBe(5_000);
    expect(heldAtOnce(prepared, rounds, sampleBytes(prepared) - 1)).toBe(2_048);
    expect(heldAtOnce(prepared, rounds, sampleBytes({ ...prepared, draws: 256 }) - 1)).toBe(0);
  });
});
