import { describe, expect, it } from 'vitest';
import { at, sumOf } from './at.ts';
import { generatePlan } from './generate-plan.ts';
import { oracle } from './oracle.ts';

const PLANS = 60;

/** Differences this small, relative to the figures compared, are rounding. */
const ROUNDING = 1e-9;

function closeTo(actual: number, expected: number, scale: number): boolean {
  return Math.abs(actual - expected) <= ROUNDING * Math.max(1, Math.abs(scale));
}

describe('the laws of the model hold for the oracle itself', () => {
  const runs = Array.from({ length: PLANS }, (_, i) => {
    const { plan, lanes } = generatePlan(1000 + i, 1);
    return { plan, ...oracle(plan, at(lanes, 0)) };
  });

  it('fills all power that is online, or says what waits', () => {
    for (const { months } of runs) {
      for (const { deals } of months) {
        for (const { capacity, fleet } of deals) {
          const filled = sumOf(fleet.power, (power) => power) + fleet.unfilled;
          expect(closeTo(filled, capacity.onlineIt, capacity.onlineIt)).toBe(true);
          expect(closeTo(capacity.online + capacity.clipped, capacity.unclipped, capacity.unclipped)).toBe(
            true,
          );
        }
      }
    }
  });

  it('has the provider’s cash in the ledger, flow by flow', () => {
    for (const { plan, months } of runs) {
      for (const { deals, ledger } of months) {
        plan.deals.forEach((deal, d) => {
          const own = ledger.filter((entry) => entry.deal === deal.key && entry.isCash);
          const net = sumOf(own, ({ from, to, amount }) => {
            return (to === deal.provider ? amount : 0) - (from === deal.provider ? amount : 0);
          });
          const scale = sumOf(own, ({ amount }) => Math.abs(amount));
          expect(closeTo(net, at(deals, d).provider.cash, scale)).toBe(true);
        });
      }
    }
  });

  it('never bills less than nothing, nor draws more than the cap', () => {
    for (const { months } of runs) {
      for (const { deals } of months) {
        for (const { commitment, instruments } of deals) {
          expect(commitment.billed).toBeGreaterThanOrEqual(0);
          for (const { capLeft, available } of instruments) {
            expect(capLeft).toBeGreaterThanOrEqual(-ROUNDING * 1e10);
            expect(available).toBeLessThanOrEqual(Math.max(0, capLeft));
          }
        }
      }
    }
  });

  it('knows no infinite figure', () => {
    for (const { measures } of runs) {
      for (const [id, series] of measures) {
        const infinite = series.filter((value) => !Number.isFinite(value) && !Number.isNaN(value));
        expect(infinite, id).toEqual([]);
      }
    }
  });
});
