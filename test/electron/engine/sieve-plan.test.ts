import { describe, expect, it } from 'vitest';
import { sieveBytes } from '#shared/engine/sieve/slice-sieve.ts';
import { sampleBytes, storeOf } from '../../../electron/engine/shared-samples.ts';
import { planSieve, sieveMemoryIn } from '../../../electron/engine/sieve-plan.ts';

const prepared = {
  months: 24,
  measures: ['one', 'two', 'three'],
  checks: ['first', 'second'],
  draws: 100_000,
  settleAt: 0,
};
const pilots = [256, 2_048, 16_384];
const megabyte = 1024 * 1024;

describe('the plan of a sieve', () => {
  it('is aimed by as many first draws as there is room for, and takes far less than all draws', () => {
    expect(sampleBytes(prepared)).toBeGreaterThan(50 * megabyte);
    expect(planSieve(prepared, pilots, 30 * megabyte)?.pilotDraws).toBe(16_384);
    expect(planSieve(prepared, [256, 2_048], 50 * megabyte)?.pilotDraws).toBe(2_048);
    expect(planSieve(prepared, [], 30 * megabyte)).toBeNull();
    expect(planSieve(prepared, pilots, 15 * megabyte)).toBeNull();
  });

  it('lays all parts one behind another within the memory', () => {
    const bytes = 30 * megabyte;
    const plan = planSieve(prepared, pilots, bytes);
    if (plan === null) throw new Error('there is room');
    const region = { buffer: new SharedArrayBuffer(bytes + 64), offset: 64, bytes };
    const { pilot, checks, scouts, sieve } = sieveMemoryIn(region, prepared, plan);
    const ends = [pilot, checks, scouts].flatMap((one) => [
      one.bands.offset,
      one.bands.offset + one.bands.bytes,
      one.samples.offset,
      one.samples.offset + one.samples.bytes,
    ]);
    const places = [64, ...ends, sieve.offset, sieve.offset + sieveBytes(sieve.layout), 64 + bytes];
    expect(places).toEqual([...places].sort((one, two) => one - two));
    expect(sieve.offset % 8).toBe(0);
    expect([storeOf(pilot).draws, storeOf(checks).draws, storeOf(scouts).measures]).toEqual([
      16_384, 100_000, 3,
    ]);
  });
});
