import { describe, expect, it } from 'vitest';
import { measureCatalogue } from '#shared/engine/measure/catalogue.ts';
import type { FormulaStep } from '#shared/engine/plan/condition.ts';
import type { CheckPlan, Plan } from '#shared/engine/plan/plan.ts';
import { projectConstants, valuesOf } from '../../../support/central-path.ts';
import { buildPlan, compare, type PlanBuilder } from '../../../support/plan-builder.ts';

type Definitions = Record<string, readonly FormulaStep[]>;

/** Power of 25, 50, 75, 100, 100, 100 MW and measures over it. */
const planWith = (
  define: (t: PlanBuilder) => Definitions,
  checks: (t: PlanBuilder) => readonly CheckPlan[] = () => [],
) =>
  buildPlan((t) => ({
    months: 6,
    generations: [t.generation('chip')],
    deals: [t.deal('aws', { phases: [t.phase('one', { rampMonths: 4 })], mix: t.schedule([0], [[0, 1]]) })],
    measures: Object.entries(define(t)).map(([id, steps]) => ({ id, unit: 'MW', formula: { steps } })),
    checks: checks(t),
  }));

const online: FormulaStep = { op: 'measure', id: 'capacity.online' };

describe('measures of the scenario', () => {
  it('are computed from others, in the order listed, month by month', () => {
    const plan = planWith((t) => ({
      doubled: [online, { op: 'input', slot: t.slot(2) }, { op: 'multiply' }],
      'doubled and more': [{ op: 'measure', id: 'doubled' }, online, { op: 'add' }],
    }));
    expect(valuesOf(plan, 'doubled and more')).toEqual([75, 150, 225, 300, 300, 300]);
  });

  it('read earlier months, with nothing before the first', () => {
    const plan = planWith(() => ({
      grown: [online, { ...online, lag: 2 } as FormulaStep, { op: 'subtract' }],
    }));
    expect(valuesOf(plan, 'grown')).toEqual([25, 50, 50, 50, 25, 0]);
  });

  it('read fixed months and the end, and outcomes', () => {
    const plan = planWith((t) => ({
      'of the end': [online, { op: 'measure-at', id: 'capacity.online', at: null }, { op: 'divide' }],
      'of month 1': [online, { op: 'measure-at', id: 'capacity.online', at: t.slot(1.9) }, { op: 'divide' }],
      'beyond the end': [{ op: 'measure-at', id: 'capacity.online', at: t.slot(6) }],
      'twice the end': [
        { op: 'measure', id: 'of the end' },
        { op: 'measure', id: 'of the end' },
        { op: 'add' },
      ],
      outcome: [{ op: 'measure', id: 'provider.irr-count' }],
    }));
    expect(valuesOf(plan, 'of the end')).toEqual([0.25, 0.5, 0.75, 1, 1, 1]);
    expect(valuesOf(plan, 'of month 1')).toEqual([0.5, 1, 1.5, 2, 2, 2]);
    expect(valuesOf(plan, 'beyond the end').every(Number.isNaN)).toBe(true);
    expect(valuesOf(plan, 'twice the end')).toEqual([0.5, 1, 1.5, 2, 2, 2]);
    expect(valuesOf(plan, 'outcome')).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('know how they roll up', () => {
    const plan = planWith((t) => ({
      quotient: [{ op: 'measure', id: 'spend.billed' }, { op: 'measure', id: 'energy' }, { op: 'divide' }],
      flow: [{ op: 'measure', id: 'spend.billed' }, { op: 'measure', id: 'aws.spend.cash' }, { op: 'add' }],
      other: [{ op: 'measure', id: 'spend.billed' }, { op: 'input', slot: t.slot(1) }, { op: 'add' }],
    }));
    const info = (id: string) => measureCatalogue(plan).find((each) => each.id === id);
    expect(info('quotient')).toMatchObject({ kind: 'ratio', quotient: { of: 'spend.billed', by: 'energy' } });
    expect(info('flow')?.kind).toBe('flow');
    expect(info('flow.cumulative')?.kind).toBe('stock');
    expect(info('other')?.kind).toBe('stock');
  });
});

describe('checks', () => {
  const resultOf = (plan: Plan) => projectConstants(plan).checks;
  const check = (steps: readonly FormulaStep[], when: CheckPlan['when']): CheckPlan => ({
    key: 'c',
    holds: { steps },
    when,
  });

  it('say in which month they first fail', () => {
    const plan = planWith(
      () => ({}),
      (t) => [
        check(compare('capacity.online', 'less', t.slot(80)), { kind: 'always' }),
        check(compare('capacity.online', 'less', t.slot(101)), { kind: 'always' }),
      ],
    );
    expect(resultOf(plan)).toEqual([
      { key: 'c', holds: false, firstBrokenMonth: 3 },
      { key: 'c', holds: true, firstBrokenMonth: null },
    ]);
  });

  it('look at one month where they are about one', () => {
    const plan = planWith(
      () => ({}),
      (t) => [
        check(compare('capacity.online', 'at-least', t.slot(80)), { kind: 'at', month: 5 }),
        check(compare('capacity.online', 'at-least', t.slot(80)), { kind: 'at', month: 2 }),
        check(compare('capacity.online', 'at-least', t.slot(80)), { kind: 'at', month: 99 }),
      ],
    );
    expect(resultOf(plan).map(({ firstBrokenMonth }) => firstBrokenMonth)).toEqual([null, 2, null]);
  });

  it('fail where there is no answer', () => {
    const plan = planWith(
      () => ({}),
      (t) => [check(compare('circularity.ratio', 'less', t.slot(1e9)), { kind: 'always' })],
    );
    expect(resultOf(plan)[0]?.firstBrokenMonth).toBe(0);
  });

  it('can be about outcomes and the end', () => {
    const plan = planWith(
      () => ({}),
      (t) => [
        check(
          [
            online,
            { op: 'measure-at', id: 'capacity.online', at: null },
            { op: 'at-most' },
            { op: 'measure', id: 'provider.irr-count' },
            { op: 'input', slot: t.slot(0) },
            { op: 'equal' },
            { op: 'and' },
          ],
          { kind: 'always' },
        ),
      ],
    );
    expect(resultOf(plan)[0]?.holds).toBe(true);
  });
});
