import { describe, expect, it } from 'vitest';
import { projectConstants } from '../../support/central-path.ts';
import { buildPlan, compare } from '../../support/plan-builder.ts';

describe('the central path', () => {
  it('carries every measure of the catalogue, finite or without an answer', () => {
    const plan = buildPlan((t) => ({
      months: 36,
      generations: [t.generation('a'), t.generation('b', { available: 6 })],
      deals: [
        t.deal('aws', {
          ceilingMw: 150,
          phases: [t.phase('one', { rampMonths: 6 }), t.phase('two', { energise: 12, rampMonths: 12 })],
          mix: t.schedule(
            [0, 1],
            [
              [0, 1, 0],
              [12, 0.2, 0.8],
            ],
          ),
          commitment: t.commitment({ amount: 10e9, termMonths: 36 }),
          instruments: [
            { key: 'first', kind: 'dated', from: 1, form: 'cash', amount: t.slot(5e8), on: t.slot(0) },
            {
              key: 'second',
              kind: 'milestone',
              from: 1,
              form: 'cash',
              amount: t.slot(2e8),
              when: { steps: compare('aws.capacity.online', 'at-least', t.slot(100)) },
              notBefore: null,
              until: null,
              isWaived: t.slot(0),
              waivedOn: t.slot(0),
            },
          ],
        }),
      ],
    }));
    const projection = projectConstants(plan);
    for (const { info, values } of projection.series) {
      for (const value of values) expect(Number.isFinite(value) || Number.isNaN(value), info.id).toBe(true);
    }
  });
});
