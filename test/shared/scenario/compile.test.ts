import { describe, expect, it } from 'vitest';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import type { Compiled } from '#shared/scenario/compile.ts';
import { compileScenario } from '#shared/scenario/compile.ts';
import { readScenario } from '#shared/scenario/read.ts';
import { completeText } from '../../support/shipped.ts';

function compiled(text: string, files: Readonly<Record<string, string>> = {}): Compiled {
  const reading = readScenario({ id: 'x.scenario.yaml', text, files });
  if (!reading.ok) throw new Error(JSON.stringify(reading.error, null, 1));
  return compileScenario(reading.value.scenario);
}

const smallest = `offtake: 1
title: as little as possible
customer: The lab
start: 2026-04
horizon: 10 years
generations:
  alpha: { available: 2025-01, peak: { fp8: 1 PFLOP/s }, it-power: 1 kW, price: { list: $2/chip-hour } }
deals:
  cloud:
    provider: The cloud
    commitment: { amount: $10B, term: 5 years }
    capacity: { phases: { one: { power: 1 GW, energise: 2026-10 } } }
`;

function inputAt(plan: Plan, slot: number | null | undefined): Distribution {
  const input = plan.inputs[slot ?? -1];
  if (!input) throw new Error(`no slot ${slot}`);
  return input.distribution;
}

function numberAt(plan: Plan, slot: number | null | undefined): number {
  const distribution = inputAt(plan, slot);
  return distribution.kind === 'constant' ? distribution.value : Number.NaN;
}

describe('defaults', () => {
  const { plan } = compiled(smallest);
  const [deal] = plan.deals;
  const [generation] = plan.generations;
  const phase = deal?.capacity.phases[0];
  const commitment = deal?.commitment;

  it.each([
    ['pue', deal?.capacity.pue, 1.15],
    ['average draw', deal?.capacity.averageDraw, 0.75],
    ['slip of the deal', deal?.capacity.slipMonths, 0],
    ['usage', deal?.capacity.usage, 1],
    ['stated power is IT power', deal?.capacity.isFacilityBasis, 0],
    ['slip of the phase', phase?.slipMonths, 0],
    ['ramp of the phase', phase?.rampMonths, 0],
    ['cancelled', phase?.isCancelled, 0],
    ['training utilisation', generation?.trainingUtilisation, 0.35],
    ['inference utilisation', generation?.inferenceUtilisation, 0.15],
    ['life', generation?.lifeMonths, 60],
    ['supply ramp', generation?.supplyRampMonths, 12],
    ['porting', generation?.portingCostPerChip, 0],
    ['discount of the generation', generation?.price.discount, 0],
    ['floor', generation?.price.floor, 0],
    ['training share', deal?.consumption.trainingShare, 0.5],
    ['discount of the deal', deal?.consumption.discount, 0],
    ['eligible share', deal?.consumption.eligible, 1],
    ['take-or-pay', commitment?.takeOrPay, 1],
    ['carry-forward', commitment?.carryForwardMonths, 0],
    ['make-up', commitment?.makeUpMonths, 0],
    ['margin', deal?.economics.margin, 0.35],
    ['capex', deal?.economics.capexPerItMw, 0],
    ['discount rate of the provider', deal?.economics.discountRate, 0.09],
    ['discount rate of the customer', plan.customer.discountRate, 0.15],
  ])('gives %s', (_, slot, expected) => {
    expect(numberAt(plan, slot)).toBeCloseTo(expected, 12);
  });

  it('follows other fields where the reference says so', () => {
    expect(generation?.price.asOf).toBe(generation?.available);
    expect(commitment?.begins).toBe(deal?.signed);
    expect(numberAt(plan, deal?.signed)).toBe(0);
    expect(generation?.peak).toBe(generation?.peak8bit);
    expect(deal?.mix).toEqual({ kind: 'succession', first: 0, later: [] });
    expect(commitment?.settle).toBe('annual');
    expect(commitment?.ramp).toEqual({ kind: 'linear' });
    expect(plan.sampling).toEqual({ method: 'sobol', draws: 10_000, settleAt: 0.005 });
    expect(plan.customer.openingCash).toBeNull();
  });
});

describe('a plan', () => {
  const { plan, inputs } = compiled(completeText);
  const [aws, gcp, azure, colo] = plan.deals;

  it('holds numbers in fixed units', () => {
    expect(numberAt(plan, aws?.commitment?.amount)).toBe(100e9);
    expect(numberAt(plan, aws?.commitment?.termMonths)).toBe(120);
    expect(numberAt(plan, aws?.commitment?.begins)).toBe(1);
    expect(numberAt(plan, aws?.capacity.ceilingMw)).toBe(5000);
    expect(numberAt(plan, aws?.economics.capexPerItMw)).toBe(38e6);
    expect(numberAt(plan, aws?.signed)).toBeCloseTo(19 / 30, 12);
    expect(numberAt(plan, plan.generations[0]?.itPowerWatts)).toBe(871);
    expect(numberAt(plan, plan.generations[0]?.peak8bit)).toBe(1299e12);
    expect(numberAt(plan, plan.generations[0]?.peak)).toBe(667e12);
    expect(numberAt(plan, plan.generations[0]?.available)).toBe(-16);
    expect(plan.months).toBe(144);
    expect(plan.fiscalYearStart).toBe(7);
  });

  it('lists the customer, providers, investors and the three outside parties last', () => {
    expect(plan.parties).toEqual([
      'Anthropic',
      'Amazon Web Services',
      'Google',
      'Microsoft',
      'Colo',
      'Customers',
      'Suppliers',
      'Others',
    ]);
    expect(plan.customer.party).toBe(0);
    const threshold = aws?.capital.instruments.find(({ key }) => key === 'threshold');
    expect(threshold).toMatchObject({ from: 2, form: 'credits' });
  });

  it('shares the slot of an assumption among all that refer to it', () => {
    expect(aws?.capacity.slipMonths).toBe(gcp?.capacity.slipMonths);
    expect(plan.inputs[aws?.capacity.slipMonths ?? -1]?.key).toBe('assumptions.slip');
    const [correlation] = plan.correlations;
    expect(correlation?.a).toBe(aws?.capacity.slipMonths);
    expect(correlation?.rank).toBe(0.3);
  });

  it('allows an assumption what all that refer to it allow', () => {
    const text = smallest
      .replace('term: 5 years }', 'term: 5 years, take-or-pay: =share }')
      .replace('phases: {', 'pue: =overhead, average-draw: =share, phases: {')
      .concat('assumptions: { share: 50 %, overhead: 1.2 }\n');
    const { inputs } = compiled(text);
    const rangeOf = (path: string) => inputs.find(({ key }) => key === path)?.range;
    expect(rangeOf('assumptions.overhead')).toEqual(
      compiled(text.replace('=overhead', '1.2')).inputs.find(({ path }) => path.endsWith('.pue'))?.range,
    );
    expect(rangeOf('assumptions.overhead')?.min).toBe(1);
    expect(rangeOf('assumptions.share')).toEqual({ min: 0, max: 1 });
  });

  it('makes the reported figures a distribution, weighed by confidence', () => {
    const paidIn = aws?.capital.instruments.find(({ key }) => key === 'paid-in');
    expect(paidIn?.kind === 'paid-in' && inputAt(plan, paidIn.amount)).toEqual({
      kind: 'discrete',
      values: [4e9, 8e9],
      weights: [1, 3],
    });
  });

  it('keeps a chance as an event, and an uncertain basis as one', () => {
    expect(inputAt(plan, aws?.capacity.phases[1]?.isCancelled)).toMatchObject({ kind: 'discrete' });
    expect(inputAt(plan, gcp?.capacity.isFacilityBasis)).toMatchObject({ kind: 'discrete' });
    expect(numberAt(plan, aws?.capacity.isFacilityBasis)).toBe(1);
  });

  it('has each way of stating mix, ramp, draw and price', () => {
    expect([aws, gcp, azure, colo].map((deal) => deal?.mix.kind)).toEqual([
      'succession',
      'schedule',
      'choice',
      'succession',
    ]);
    expect([aws, gcp, azure, colo].map((deal) => deal?.commitment?.ramp.kind)).toEqual([
      'annual',
      's-curve',
      'growth',
      'points',
    ]);
    expect(plan.generations.map(({ price }) => price.path.kind)).toEqual([
      'geometric',
      'wright',
      'table',
      'geometric',
    ]);
    const draws = aws?.capital.instruments.flatMap((item) =>
      item.kind === 'facility' ? [item.draw.kind] : [],
    );
    expect(draws).toEqual(['when-available', 'when-needed', 'schedule']);
  });

  it('turns milestones, measures and checks into steps', () => {
    const milestone = aws?.capital.instruments.find(({ key }) => key === 'milestone');
    const steps = milestone?.kind === 'milestone' ? milestone.when.steps : [];
    expect(steps.map(({ op }) => op)).toEqual(['measure', 'input', 'at-least']);
    expect(steps[1]?.op === 'input' && numberAt(plan, steps[1].slot)).toBe(1000);
    const threshold = aws?.capital.instruments.find(({ key }) => key === 'threshold');
    expect(threshold?.kind === 'milestone' && threshold.when.steps[0]).toEqual({
      op: 'measure',
      id: 'aws.spend.billed.cumulative',
    });
    expect(plan.measures.map(({ id, unit }) => [id, unit])).toEqual([
      ['spend per MW', 'USD/MW'],
      ['capital-share', '1'],
    ]);
    expect(plan.checks.map(({ when }) => when)).toEqual([{ kind: 'at', month: 143 }, { kind: 'always' }]);
  });

  it('tells of every input where it is written and whether somebody chooses it', () => {
    const power = inputs.find(({ key }) => key === 'deals.aws.capacity.phases.third.power');
    expect(power).toMatchObject({ isDecision: true, dimension: 'power', origin: 'written', text: '2.5 GW' });
    expect(power?.provenance).toMatchObject({ source: 'press', status: 'announced' });
    expect(power?.place && completeText.slice(power.place.from, power.place.to)).toBe('2.5 GW');
  });

  it('inherits provenance from the section around a value, but not for defaults', () => {
    const amount = inputs.find(({ key }) => key === 'deals.aws.capital.series-g.amount');
    expect(amount?.provenance).toMatchObject({ status: 'binding', note: 'as announced' });
    const pue = inputs.find(({ key }) => key === 'deals.gcp.capacity.pue');
    expect(pue?.origin).toBe('default');
    expect(pue?.provenance?.source).toBeNull();
  });
});

describe('keys of inputs', () => {
  it('stay what they are when something else is added, moved or removed', () => {
    const before = new Map(
      compiled(smallest).plan.inputs.map(({ key, distribution }) => [key, distribution]),
    );
    const longer = smallest
      .replace('{ one:', '{ zero: { power: 2 GW, energise: 2027-01, slip: 0 to 6 months }, one:')
      .replace(
        'generations:\n',
        'generations:\n  older: { available: 2024-01, peak: { fp8: 1 PFLOP/s }, it-power: 1 kW, price: { list: $1/chip-hour } }\n',
      )
      .replace('    provider: The cloud', '    mix: alpha\n    provider: The cloud');
    const after = new Map(compiled(longer).plan.inputs.map(({ key, distribution }) => [key, distribution]));
    for (const [key, distribution] of before) expect(after.get(key), key).toEqual(distribution);
  });
});

describe('a variant', () => {
  const files = { 'x.scenario.yaml': smallest };
  const text =
    'offtake: 1\ntitle: variant\nextends: x.scenario.yaml\ndeals: { cloud: { capacity: { phases: { one: { power: 2 GW } } } } }\n';
  const reading = readScenario({ id: 'variant.scenario.yaml', text, files });
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  const { inputs } = compileScenario(reading.value.scenario);

  it('knows of each value the file it comes from', () => {
    const fileOf = (key: string) => inputs.find((input) => input.key === key)?.place?.file;
    expect(fileOf('deals.cloud.capacity.phases.one.power')).toBe('variant.scenario.yaml');
    expect(fileOf('deals.cloud.commitment.amount')).toBe('x.scenario.yaml');
  });

  it('has a hash that depends on every file it builds on, and on no other', () => {
    const hashWith = (others: Readonly<Record<string, string>>): string => {
      const other = readScenario({ id: 'variant.scenario.yaml', text, files: others });
      if (!other.ok) throw new Error('not read');
      return other.value.hash;
    };
    expect(hashWith({ ...files, 'unrelated.scenario.yaml': 'x' })).toBe(reading.value.hash);
    expect(hashWith({ 'x.scenario.yaml': `${smallest}# more\n` })).not.toBe(reading.value.hash);
  });
});
