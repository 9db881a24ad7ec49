import { describe, expect, it } from 'vitest';
import { valuesOf } from '../../../../support/central-path.ts';
import { buildPlan, type DealParts, type PlanBuilder } from '../../../../support/plan-builder.ts';

const planWith = (parts: (tools: PlanBuilder) => DealParts, months = 6) =>
  buildPlan((t) => ({ months, generations: [t.generation('chip')], deals: [t.deal('aws', parts(t))] }));

describe('power', () => {
  it('comes online along the ramp from the date moved by own and shared slip', () => {
    const plan = planWith((t) => ({
      slipMonths: 0.5,
      phases: [t.phase('one', { powerMw: 100, energise: 0, slipMonths: 0.5, rampMonths: 4 })],
    }));
    expect(valuesOf(plan, 'capacity.online')).toEqual([0, 25, 50, 75, 100, 100]);
    expect(valuesOf(plan, 'capacity.energised')).toEqual([0, 100, 100, 100, 100, 100]);
    expect(valuesOf(plan, 'capacity.contracted')).toEqual([100, 100, 100, 100, 100, 100]);
  });

  it('is cut at the ceiling, and what is cut is reported', () => {
    const plan = planWith((t) => ({
      ceilingMw: 150,
      phases: [t.phase('one', { rampMonths: 2 }), t.phase('two', { energise: 1, rampMonths: 2 })],
    }));
    expect(valuesOf(plan, 'capacity.online')).toEqual([50, 150, 150, 150, 150, 150]);
    expect(valuesOf(plan, 'capacity.clipped')).toEqual([0, 0, 50, 50, 50, 50]);
    expect(valuesOf(plan, 'capacity.unclipped')).toEqual([50, 150, 200, 200, 200, 200]);
    expect(valuesOf(plan, 'aws.capacity.phase.two')).toEqual([0, 50, 100, 100, 100, 100]);
  });

  it('of a cancelled phase stays contracted and never runs', () => {
    const plan = planWith((t) => ({ phases: [t.phase('one', { isCancelled: 1 })] }), 2);
    expect(valuesOf(plan, 'capacity.contracted')).toEqual([100, 100]);
    expect(valuesOf(plan, 'capacity.energised')).toEqual([0, 0]);
    expect(valuesOf(plan, 'capacity.online')).toEqual([0, 0]);
  });

  it('is contracted from the month of signing only', () => {
    const plan = planWith((t) => ({ signed: 2, phases: [t.phase('one')] }), 4);
    expect(valuesOf(plan, 'capacity.contracted')).toEqual([0, 0, 100, 100]);
  });

  it('is IT power as stated, or facility power over the PUE', () => {
    const it = planWith((t) => ({ pue: 1.25, usage: 0.5, phases: [t.phase('one')] }), 1);
    const facility = planWith((t) => ({ pue: 1.25, isFacilityBasis: 1, phases: [t.phase('one')] }), 1);
    expect(valuesOf(it, 'capacity.it')).toEqual([100]);
    expect(valuesOf(facility, 'capacity.it')).toEqual([80]);
    expect(valuesOf(it, 'capacity.used')).toEqual([50]);
  });
});

describe('energy and capacity delivered', () => {
  it('take the mean of the two ends of the month; April 2026 has 720 hours', () => {
    const plan = planWith(
      (t) => ({ pue: 1.25, averageDraw: 0.8, phases: [t.phase('one', { rampMonths: 2 })] }),
      2,
    );
    expect(valuesOf(plan, 'energy')).toEqual([25 * 1.25 * 0.8 * 720, 75 * 1.25 * 0.8 * 744]);
    const [first, second] = valuesOf(plan, 'capacity.gw-years');
    expect(first).toBeCloseTo(0.025 / 12, 15);
    expect(second).toBeCloseTo(0.075 / 12, 15);
  });

  it('count power that runs already from the first day, with no capex', () => {
    const plan = planWith(
      (t) => ({
        averageDraw: 1,
        pue: 1,
        capexPerItMw: 1e6,
        phases: [t.phase('old', { energise: -10 }), t.phase('new', { energise: 1 })],
      }),
      2,
    );
    expect(valuesOf(plan, 'energy')).toEqual([100 * 720, 150 * 744]);
    expect(valuesOf(plan, 'provider.cash')).toEqual([0, -100e6]);
  });
});
