import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExpression } from '#shared/scenario/expression/check-expression.ts';
import { measureUnit } from '#shared/scenario/expression/measure-unit.ts';
import { parseExpression } from '#shared/scenario/expression/parse-expression.ts';
import { resultUnit } from '#shared/scenario/expression/result-unit.ts';
import { toFormula } from '#shared/scenario/expression/to-formula.ts';
import { parseUnit } from '#shared/scenario/quantity/parse-unit.ts';
import { evaluate } from './evaluate.ts';

fc.configureGlobal({ seed: 20261120 });

const start = { year: 2026, month: 4 };
const series: Record<string, { unit: string; values: readonly number[] }> = {
  a: { unit: '1', values: [2, 3, 5] },
  b: { unit: '1', values: [0.5, -4, 7] },
  'capacity.online': { unit: 'MW', values: [0, 500, 1500] },
  'aws.spend.billed': { unit: 'USD', values: [1e9, 2e9, 3e9] },
  energy: { unit: 'MWh', values: [0, 365_250, 1_000_000] },
  'price.per-gw-year': { unit: 'USD/GW-year', values: [10e9, 12e9, 12.5e9] },
  h100e: { unit: 'H100e', values: [1, 2, 3] },
  'commitment.met-month': { unit: 'month', values: [9, 9, 9] },
};
const measures = new Map(Object.entries(series).map(([id, { unit }]) => [id, { unit }]));
const world = Object.fromEntries(Object.entries(series).map(([id, { values }]) => [id, values]));

/** Reads, checks, translates and evaluates at month 1 of 0…2. */
function resultOf(text: string, unit?: string): number {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${text}: ${parsed.error.message}`);
  const checked = checkExpression(parsed.value, { measures });
  if (!checked.ok) throw new Error(`${text}: ${checked.error.message}`);
  const inputs: number[] = [];
  const wanted = unit === undefined ? null : parseUnit(unit);
  const formula = toFormula(parsed.value, {
    measures,
    start,
    makeSlot: ({ value }) => inputs.push(value) - 1,
    ...(wanted === null ? {} : { unit: wanted }),
  });
  return evaluate(formula, { inputs, measures: world }, 1);
}

/** A plain calculation as a tree, its text with every bracket, and its value by hand. */
interface Sum {
  readonly full: string;
  readonly bare: string;
  readonly value: number;
  /** How strongly the outermost operator binds. */
  readonly strength: number;
}

const leaves: fc.Arbitrary<Sum> = fc.oneof(
  fc.integer({ min: 0, max: 9 }).map((n) => ({ full: `${n}`, bare: `${n}`, value: n, strength: 9 })),
  fc
    .constantFrom('a', 'b')
    .map((id) => ({ full: id, bare: id, value: world[id]?.[1] ?? Number.NaN, strength: 9 })),
);

function join(left: Sum, operator: string, right: Sum): Sum {
  const strength = operator === '^' ? 4 : operator === '*' || operator === '/' ? 2 : 1;
  const values = {
    '+': left.value + right.value,
    '-': left.value - right.value,
    '*': left.value * right.value,
    '/': left.value / right.value,
    '^': left.value ** right.value,
  };
  const around = (part: Sum, least: number) => (part.strength < least ? `(${part.bare})` : part.bare);
  const [ofLeft, ofRight] = operator === '^' ? [5, 4] : [strength, strength + 1];
  return {
    full: `(${left.full} ${operator} ${right.full})`,
    bare: `${around(left, ofLeft)} ${operator} ${around(right, ofRight)}`,
    value: values[operator as keyof typeof values],
    strength,
  };
}

function negate(part: Sum): Sum {
  return {
    full: `(-${part.full})`,
    bare: `-${part.strength < 3 ? `(${part.bare})` : part.bare}`,
    value: -part.value,
    strength: 3,
  };
}

const sums = fc.letrec<{ sum: Sum }>((tie) => ({
  sum: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    leaves,
    fc
      .tuple(tie('sum'), fc.constantFrom('+', '-', '*', '/', '^'), tie('sum'))
      .map(([l, o, r]) => join(l, o, r)),
    tie('sum').map(negate),
  ),
})).sum;

describe('arithmetic', () => {
  it('gives the value of the calculation, with and without needless brackets', () => {
    fc.assert(
      fc.property(sums, ({ full, bare, value }) => {
        expect(resultOf(full)).toEqual(value);
        expect(resultOf(bare)).toEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  it('compares and combines conditions as logic does', () => {
    fc.assert(
      fc.property(sums, sums, fc.constantFrom('<', '<=', '>', '>=', '=', '!='), (x, y, sign) => {
        const holds = resultOf(`${x.full} ${sign} ${y.full}`) === 1;
        const facts = {
          '<': x.value < y.value,
          '<=': x.value <= y.value,
          '>': x.value > y.value,
          '>=': x.value >= y.value,
          '=': x.value === y.value,
          '!=': x.value !== y.value,
        };
        expect(holds).toBe(facts[sign as keyof typeof facts]);
      }),
    );
    const truth: readonly [string, boolean][] = [
      ['1 < 2 or 1 > 2 and 1 > 2', true],
      ['(1 < 2 or 1 > 2) and 1 > 2', false],
      ['not 1 > 2 and 1 < 2', true],
      ['not (1 > 2 or 1 < 2)', false],
      ['not not 1 < 2', true],
    ];
    for (const [text, holds] of truth) expect(resultOf(text)).toBe(holds ? 1 : 0);
  });

  it('knows its functions', () => {
    expect(resultOf('min(a, b, 9)')).toBe(-4);
    expect(resultOf('max(a, b)')).toBe(3);
    expect(resultOf('abs(b)')).toBe(4);
    expect(resultOf('sqrt(9)')).toBe(3);
    expect(resultOf('log(exp(1))')).toBeCloseTo(1, 15);
  });
});

describe('units', () => {
  it.each([
    ['capacity.online', 500],
    ['capacity.online + 1 GW', 1500],
    ['1 GW + capacity.online', 1500],
    ['2 GW - 500 MW', 1500],
    ['aws.spend.billed / capacity.online', 4e6],
    ['aws.spend.billed / 12 months * 1 year', 2e9],
    ['min(1 GW, capacity.online)', 500],
    ['max(0, capacity.online - 1 GW)', 0],
    ['commitment.met-month - 2026-10', 3],
    ['20:1 * 2', 40],
    ['(price.per-gw-year / $6B/GW-year)', 2],
  ])('%s is %d', (text, value) => {
    expect(resultOf(text)).toBe(value);
  });

  it.each([
    ['price.per-gw-year = $12B/GW-year', true],
    ['price.per-gw-year < $1B/MW-year', true],
    ['capacity.online = 0.5 GW', true],
    ['energy = capacity.online * 1 month', true],
    ['commitment.met-month <= 2027-01', true],
    ['commitment.met-month < 2027-01', false],
    ['aws.spend.billed >= $2B', true],
    ['$2B > aws.spend.billed', false],
    ['a > 0', true],
    ['0 < aws.spend.billed', true],
  ])('%s: %s', (text, holds) => {
    expect(resultOf(text)).toBe(holds ? 1 : 0);
  });

  it('do not change what is true when a threshold is written in another unit', () => {
    const written = [
      [1, 'GW'],
      [1000, 'MW'],
      [1_000_000, 'kW'],
    ] as const;
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2000 }),
        fc.constantFrom('<', '<=', '=', '>='),
        (threshold, sign) => {
          const results = written.map(([size, unit]) =>
            resultOf(`capacity.online ${sign} ${(threshold / 1000) * size} ${unit}`),
          );
          expect(new Set(results).size).toBe(1);
        },
      ),
    );
  });

  it('of a result can be asked for', () => {
    expect(resultOf('capacity.online', 'GW')).toBe(0.5);
    expect(resultOf('aws.spend.billed / 1 month', 'USD/year')).toBeCloseTo(24e9, 0);
    expect(resultOf('a / 10', '%')).toBeCloseTo(30, 12);
  });

  it.each([
    ['aws.spend.billed / capacity.online', 'USD/MW'],
    ['energy * 2', 'MWh'],
    ['capacity.online * 1 hour', 'MWh'],
    ['aws.spend.billed / 1 GW / 1 year', 'USD/GW-year'],
    ['a / b', '1'],
    ['commitment.met-month + 3 months', 'month'],
    ['capacity.online ^ 2', 'MW^2'],
    ['h100e / capacity.online', 'H100e/MW'],
    ['aws.spend.billed / h100e ^ 2', 'USD/H100e^2'],
  ])('of %s is stated in %s', (text, label) => {
    const parsed = parseExpression(text);
    const checked = parsed.ok ? checkExpression(parsed.value, { measures }) : parsed;
    if (!checked.ok || checked.value.kind !== 'number') throw new Error(text);
    const stated = resultUnit(checked.value.unit);
    expect(stated.label).toBe(label);
    expect(measureUnit(label)).toEqual(stated.unit);
  });
});

describe('moments', () => {
  it.each([
    ['a at end', 5],
    ['a at 2026-04', 2],
    ['a at 2026-05', 3],
    ['(a + b) at end', 12],
    ['a before 1 month', 2],
    ['a 1 month earlier', 2],
    ['a - a before 1 month', 1],
    ['a before 2 months', 0],
    ['a at end / a', 5 / 3],
    ['max(a, b) at end', 7],
  ])('%s is %d', (text, value) => {
    expect(resultOf(text)).toBe(value);
  });
});
