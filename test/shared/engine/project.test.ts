import { describe, expect, it } from 'vitest';
import { createKernel } from '#shared/engine/create-kernel.ts';
import { measureCatalogue } from '#shared/engine/measure/catalogue.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { project } from '#shared/engine/project.ts';
import { constants, projectConstants, valuesOf } from '../../support/central-path.ts';
import { buildPlan, compare } from '../../support/plan-builder.ts';

/** A deal in which something of every kind happens within three years. */
const plan: Plan = buildPlan((t) => ({
  months: 36,
  generations: [t.generation('a'), t.generation('b', { available: 6.5 })],
  deals: [
    t.deal('aws', {
      ceilingMw: 150,
      slipMonths: 0.5,
      capexPerItMw: 1e6,
      phases: [
        t.phase('one', { rampMonths: 6 }),
        t.phase('two', { energise: 12, rampMonths: 12 }),
        t.phase('never', { energise: 3, isCancelled: 1 }),
      ],
      mix: t.schedule(
        [0, 1],
        [
          [0, 1, 0],
          [12, 0.2, 0.8],
        ],
      ),
      commitment: t.commitment({ amount: 1e9, termMonths: 36 }),
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
        {
          key: 'facility',
          kind: 'facility',
          from: 1,
          form: 'cash',
          cap: t.slot(1e8),
          available: { fromMw: t.slot(150), perMw: t.slot(1), amountPerStep: t.slot(1e8), isStepwise: true },
          draw: { kind: 'when-available' },
          participations: [],
          expires: { event: t.slot(20), happens: t.slot(1), afterMonths: t.slot(10) },
        },
      ],
      options: [t.option('more', 1, { opens: 8, closes: 20 })],
    }),
  ],
}));

describe('the central path', () => {
  it('has every measure of the catalogue, as the kernel computes them', () => {
    const { series } = projectConstants(plan);
    expect(series.map(({ info }) => info)).toEqual(measureCatalogue(plan));
    const kernel = createKernel(plan, { lanes: 1, wanted: series.map(({ info }) => info.id) });
    constants(plan, kernel.values);
    kernel.run();
    expect(series.map(({ values }) => values)).toEqual([...kernel.results]);
  });

  it('is asked before every month whether it is still wanted, and stops there', () => {
    const kernel = createKernel(plan, { lanes: 1, wanted: ['capacity.online'] });
    constants(plan, kernel.values);
    let asked = 0;
    const stopAt = (month: number) => () => {
      asked += 1;
      return asked > month;
    };
    expect(kernel.run(stopAt(7))).toBe(false);
    expect(asked).toBe(8);
    asked = 0;
    expect(kernel.run(stopAt(plan.months))).toBe(true);
    expect(asked).toBe(plan.months);
    const whole = [...(kernel.results[0] ?? [])];
    kernel.run();
    expect([...(kernel.results[0] ?? [])]).toEqual(whole);
  });

  it('marks what happens, in order of time, and nothing that does not', () => {
    const { marks } = projectConstants(plan);
    const [met, payback] = ['aws.commitment.met-month', 'aws.provider.payback-month'].map(
      (id) => valuesOf(plan, id)[0] ?? Number.NaN,
    );
    const expected: readonly (readonly [string, string, string | null, number])[] = [
      ['tranche', 'first', 'aws', 0],
      ['phase', 'one', 'aws', 0.5],
      ['tranche', 'second', 'aws', 6],
      ['generation', 'b', null, 6.5],
      // The option brings the deal to 150 MW, which unlocks the facility.
      ['facility', 'facility', 'aws', 8],
      ['option', 'more', 'aws', 8],
      ['commitment', 'met', 'aws', met ?? Number.NaN],
      ['phase', 'two', 'aws', 12.5],
      ['ceiling', 'ceiling', 'aws', 18],
      ['payback', 'payback', 'aws', payback ?? Number.NaN],
      ['facility', 'facility.expires', 'aws', 30],
    ];
    expect(marks.map(({ kind, key, deal, month }) => [kind, key, deal, month])).toEqual(
      [...expected].sort((x, y) => x[3] - y[3]),
    );
  });

  it('stops when it is cancelled', () => {
    let asked = 0;
    const control = {
      isCancelled: () => {
        asked += 1;
        return asked > 5;
      },
      report: () => undefined,
    };
    expect(project(plan, constants, control)).toEqual({ ok: false, error: 'cancelled' });
    expect(asked).toBe(6);
  });
});
