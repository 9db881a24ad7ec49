import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan } from '../../../../support/plan-builder.ts';

/** Two deals with one provider (100 and 50 MW) and one with another (50 MW), all at $2, $1 and $1 a chip-hour. */
const plan = buildPlan((t) => ({
  months: 2,
  parties: ['Lab', 'Amazon', 'Google'],
  generations: [
    t.generation('trainium', { isOwnSilicon: true, list: 2, portingCostPerChip: 100 }),
    t.generation('gpu', { list: 1 }),
  ],
  deals: [
    t.deal('aws', { phases: [t.phase('a', { energise: -1 })], mix: t.schedule([0], [[0, 1]]) }),
    t.deal('aws-gpu', {
      phases: [t.phase('b', { powerMw: 50, energise: -1 })],
      mix: t.schedule([1], [[0, 1]]),
    }),
    t.deal('google', {
      provider: 2,
      phases: [t.phase('c', { powerMw: 50, energise: -1 })],
      mix: t.schedule([1], [[0, 1]]),
    }),
  ],
}));

describe('dependence', () => {
  it('shares power and spend out by deal, and concentrates them by provider', () => {
    expect(['aws', 'aws-gpu', 'google'].map((deal) => valuesOf(plan, `dependence.share.${deal}`)[0])).toEqual(
      [0.5, 0.25, 0.25],
    );
    expect(valuesOf(plan, 'dependence.spend-share.aws')[0]).toBeCloseTo(4 / 6, 12);
    expect(valuesOf(plan, 'dependence.hhi')[0]).toBeCloseTo(0.75 ** 2 + 0.25 ** 2, 12);
    expect(valuesOf(plan, 'dependence.spend-hhi')[0]).toBeCloseTo((5 / 6) ** 2 + (1 / 6) ** 2, 12);
  });

  it('leaves as a way out what stands outside the largest provider', () => {
    expect(valuesOf(plan, 'dependence.escape')).toEqual([50, 50]);
  });

  it('binds work to silicon of the provider’s own design', () => {
    expect(valuesOf(plan, 'dependence.own-silicon')[0]).toBe(0.5);
    expect(valuesOf(plan, 'aws.dependence.own-silicon')[0]).toBe(1);
    expect(valuesOf(plan, 'google.dependence.own-silicon')[0]).toBe(0);
  });

  it('costs the porting of every chip to leave, on top of the liability', () => {
    expect(valuesOf(plan, 'aws.dependence.switching-cost')[0]).toBe(100e3 * 100);
  });

  it('has no answer where there is nothing to share', () => {
    const empty = buildPlan((t) => ({ months: 1, deals: [t.deal('aws')] }));
    for (const id of [
      'dependence.hhi',
      'dependence.share.aws',
      'dependence.own-silicon',
      'dependence.spend-hhi',
    ]) {
      expect(valuesOf(empty, id)[0]).toBeNaN();
    }
  });
});
