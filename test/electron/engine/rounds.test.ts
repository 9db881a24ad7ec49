import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usualLanes } from '../../../electron/engine/kernels.ts';
import {
  planChunks,
  planRounds,
  planShares,
  planSummaries,
  type Stretch,
} from '../../../electron/engine/rounds.ts';

/** Pieces that follow one another without gap or overlap and are never empty. */
function expectWhole(pieces: readonly Stretch[], from: number, to: number): void {
  expect(pieces[0]?.from).toBe(from);
  expect(pieces.at(-1)?.to).toBe(to);
  for (const [at, piece] of pieces.entries()) {
    expect(piece.to).toBeGreaterThan(piece.from);
    if (at > 0) expect(piece.from).toBe(pieces[at - 1]?.to);
  }
}

describe('rounds', () => {
  it('covers every draw once, in rounds that grow, whatever their number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (draws) => {
        const rounds = planRounds(draws);
        expectWhole(rounds, 0, draws);
        if (draws > 400) expect(rounds[0]?.to).toBe(256);
      }),
      { seed: 1 },
    );
  });

  it('divides a stretch into chunks and shares without loss, on any number of threads', () => {
    fc.assert(
      fc.property(
        fc.nat(10_000),
        fc.integer({ min: 1, max: 50_000 }),
        fc.integer({ min: 1, max: 64 }),
        (from, length, threads) => {
          const stretch = { from, to: from + length };
          expectWhole(planChunks(stretch, threads), from, stretch.to);
          expectWhole(planShares(stretch, threads), from, stretch.to);
          expectWhole(planSummaries(length, 1 + from, threads), 0, length);
          expect(planChunks(stretch, threads).every((chunk) => chunk.to - chunk.from <= 512)).toBe(true);
        },
      ),
      { seed: 2 },
    );
  });

  it('cuts summaries into shares for all threads, each worth a message, the last ones small', () => {
    const sizes = (draws: number) => planSummaries(1_152, draws, 2).map(({ from, to }) => to - from);
    expect(sizes(256)).toEqual([512, 512, 128]);
    const many = sizes(10_000);
    expect(many.length).toBeLessThan(24);
    expect(many[0]).toBe(192);
    expect(many.at(-1)).toBeLessThanOrEqual(14);
    expect([...many].sort((one, two) => two - one)).toEqual(many);
    expect(planSummaries(3, 10, 8)).toHaveLength(3);
  });

  it('ends all threads at nearly the same time, each taking the next chunk when it is done with one', () => {
    const blocksOf = ({ from, to }: Stretch): number => Math.ceil((to - from) / usualLanes);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 400 }), fc.integer({ min: 1, max: 8 }), (blocks, threads) => {
        const done = Array.from({ length: threads }, () => 0);
        for (const chunk of planChunks({ from: 0, to: blocks * usualLanes }, threads)) {
          done.sort((a, b) => a - b);
          done[0] = (done[0] ?? 0) + blocksOf(chunk);
        }
        expect(Math.max(...done) - Math.min(...done)).toBeLessThanOrEqual(1);
      }),
      { seed: 3 },
    );
  });
});
