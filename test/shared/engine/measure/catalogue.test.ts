import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKernel } from '#shared/engine/create-kernel.ts';
import { measureCatalogue } from '#shared/engine/measure/catalogue.ts';
import { measureTemplates } from '#shared/engine/measure/templates.ts';
import { arbitraryPlan, overPlans } from '../../../support/arbitrary-plan.ts';
import { buildPlan } from '../../../support/plan-builder.ts';

/** The ids of section 11 of the design, which are stable for ever. */
const promised = `
  capacity.contracted capacity.energised capacity.online capacity.used capacity.clipped
  fleet.power.GEN fleet.chips.GEN fleet.share.GEN
  compute.peak compute.effective compute.h100e compute.training compute.inference energy
  spend.consumption spend.billed spend.consumption.cumulative spend.billed.cumulative spend.per-effective-flop
  commitment.committed commitment.committed.cumulative commitment.eligible commitment.shortfall commitment.make-up
  commitment.remaining commitment.months-ahead
  price.per-gw-year price.per-chip-hour price.GEN
  capital.paid-in capital.available capital.drawn capital.cumulative
  circularity.ratio circularity.recycled-share circularity.net
  provider.cash provider.cash.cumulative provider.npv provider.irr provider.payback-month
  customer.cash customer.revenue customer.runway
  dependence.share.DEAL dependence.hhi dependence.liability dependence.switching-cost
  options.OPTION.exercised options.OPTION.value`
  .trim()
  .split(/\s+/);

describe('the catalogue', () => {
  it('has every promised id', () => {
    const ids = new Set(measureTemplates.map(({ info }) => info.id));
    expect(promised.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('says of every measure what it means, in what unit, and how it is computed', () => {
    for (const { info } of measureTemplates) {
      expect(info.label, info.id).toMatch(/\S/);
      expect(info.meaning, info.id).toMatch(/^[A-Z0-9].*[.]$/);
      expect(info.formula, info.id).toMatch(/\S/);
      expect(info.unit, info.id).toMatch(/\S/);
    }
    expect(new Set(measureTemplates.map(({ info }) => info.id)).size).toBe(measureTemplates.length);
  });

  it('lists no id twice, and no quotient of something it does not list', () => {
    fc.assert(
      fc.property(arbitraryPlan, ({ plan }) => {
        const catalogue = measureCatalogue(plan);
        const ids = new Set(catalogue.map(({ id }) => id));
        expect(ids.size).toBe(catalogue.length);
        const lost = catalogue.flatMap(({ quotient }) =>
          quotient === undefined ? [] : [quotient.of, quotient.by].filter((id) => !ids.has(id)),
        );
        expect(lost).toEqual([]);
        for (const { id, label, meaning } of catalogue) {
          expect(`${id} ${label} ${meaning}`).not.toMatch(/\b(GEN|PHASE|OPTION|KEY|DEAL)\b/);
        }
      }),
      overPlans(40),
    );
  });

  it('keeps names as they are written, whatever signs they contain', () => {
    const plan = buildPlan((t) => ({ generations: [t.generation('$& $1')], deals: [t.deal('a-b')] }));
    const ids = measureCatalogue(plan).map(({ id }) => id);
    expect(ids).toContain('fleet.power.$& $1');
    expect(ids).toContain('a-b.capacity.online');
  });
});

describe('a kernel', () => {
  it('refuses a measure its plan does not have', () => {
    const plan = buildPlan(() => ({}));
    expect(() => createKernel(plan, { lanes: 1, wanted: ['no.such'] })).toThrow(/measure no\.such/);
    expect(() => createKernel(plan, { lanes: 0, wanted: [] })).toThrow(/at least one lane/);
  });

  it('returns what was asked for, in the order asked', () => {
    const plan = buildPlan((t) => ({ months: 3, deals: [t.deal('aws', { phases: [t.phase('one')] })] }));
    const wanted = ['capacity.online', 'energy', 'capacity.online'];
    const kernel = createKernel(plan, { lanes: 2, wanted });
    expect(kernel.measures.map(({ id }) => id)).toEqual(wanted);
    expect(kernel.results[0]).toBe(kernel.results[2]);
    expect(kernel.results[0]).toHaveLength(6);
  });
});
