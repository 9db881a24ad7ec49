import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkExpression } from '#shared/scenario/expression/check-expression.ts';
import type { ExpressionFault } from '#shared/scenario/expression/expression.ts';
import { namesIn, onlyMoment } from '#shared/scenario/expression/measures-in.ts';
import { parseExpression } from '#shared/scenario/expression/parse-expression.ts';

fc.configureGlobal({ seed: 20261120 });

const measures = new Map(
  Object.entries({
    a: 'USD',
    b: 'USD',
    'capacity.online': 'MW',
    'aws.capacity.online': 'MW',
    'aws.spend.billed': 'USD',
    'aws.spend.billed.cumulative': 'USD',
    'spend.billed': 'USD',
    'aws.commitment.make-up': 'USD',
    'commitment.met-month': 'month',
    'customer.runway': 'months',
    'compute.h100e': 'H100e',
    'spend per GW': 'USD/MW',
  }).map(([id, unit]) => [id, { unit }]),
);

function faultOf(text: string): ExpressionFault | null {
  const parsed = parseExpression(text);
  if (!parsed.ok) return parsed.error;
  const checked = checkExpression(parsed.value, { measures });
  return checked.ok ? null : checked.error;
}

/** Mistakes in formulas: the words the fault points at, and the text after the fix where one is offered. */
const mistakes: readonly (readonly [
  string,
  ExpressionFault['code'],
  at: string,
  says: RegExp,
  mended?: string,
])[] = [
  ['', 'bad-expression', '', /empty/],
  ['a +', 'bad-expression', '', /ends too early/],
  ['a b', 'bad-expression', 'b', /operator between/],
  ['spend per GW > $1/MW', 'bad-expression', 'per', /double quotes/],
  ['(a', 'bad-expression', '(a', /not closed/],
  ['a)', 'bad-expression', ')', /not expected/],
  ['a # b', 'bad-expression', '#', /not part of a formula/],
  ['a > b && b > a', 'bad-expression', '&&', /write "and"/, 'a > b and b > a'],
  ['a > b || b > a', 'bad-expression', '||', /write "or"/, 'a > b or b > a'],
  ['a < b < b', 'bad-expression', '<', /join them with "and"/],
  ['a at', 'bad-expression', '', /"end" or a date/],
  ['a at tomorrow', 'bad-expression', 'tomorrow', /"end" or a date/],
  ['at end', 'bad-expression', 'at', /not expected/],
  ['a before 1.5 months', 'bad-expression', '1.5 months', /whole number of months/],
  ['a before 5 GW', 'bad-expression', '5 GW', /whole number of months/],
  ['(a at end) before 3 months', 'bad-expression', '(a at end)', /moment within a moment/],
  ['mx(a, b)', 'bad-expression', 'mx', /Did you mean "max"/, 'max(a, b)'],
  ['abs(a, b)', 'bad-expression', 'abs(a, b)', /takes one value/],
  ['min(a)', 'bad-expression', 'min(a)', /at least 2/],
  ['capacity.online > 5 gw', 'bad-expression', 'gw', /not a unit/, 'capacity.online > 5 GW'],
  ['a at 2026-13', 'bad-expression', '2026-13', /not a date/],
  ['a or a > b', 'bad-expression', 'a', /condition \(yes or no\) is needed/],
  ['(a > b) + a', 'bad-expression', '(a > b)', /number is needed/],
  ['capacity.onlin > 1 GW', 'unknown-measure', 'capacity.onlin', /Did you mean/, 'capacity.online > 1 GW'],
  ['"spend per G" > $1/MW', 'unknown-measure', '"spend per G"', /Did you mean/, '"spend per GW" > $1/MW'],
  ['a-b > $1', 'unknown-measure', 'a-b', /minus needs spaces/, 'a - b > $1'],
  ['nonsense', 'unknown-measure', 'nonsense', /no measure "nonsense"/],
  ['a > capacity.online', 'unit-mismatch', 'a > capacity.online', /money and power cannot be compared/],
  ['a + capacity.online', 'unit-mismatch', 'a + capacity.online', /cannot be added/],
  ['a - 5 months', 'unit-mismatch', 'a - 5 months', /cannot be subtracted/],
  ['customer.runway > 2030-12', 'unit-mismatch', 'customer.runway > 2030-12', /length of time and a date/],
  ['commitment.met-month > 5 months', 'unit-mismatch', 'commitment.met-month > 5 months', /a date/i],
  ['2030-12 * 2', 'unit-mismatch', '2030-12', /multiplied/],
  ['2030-12 + 2030-12', 'unit-mismatch', '2030-12 + 2030-12', /Two dates/],
  ['min(a, capacity.online)', 'unit-mismatch', 'a, capacity.online', /cannot be compared/],
  ['log(a)', 'unit-mismatch', 'a', /plain number/],
  ['sqrt(a)', 'unit-mismatch', 'a', /square root/i],
  ['a ^ 0.5', 'unit-mismatch', '0.5', /whole number/],
  ['2 ^ a', 'unit-mismatch', 'a', /no unit/],
  ['a > 5', 'missing-unit', '5', /expected an amount of money, such as/],
  ['5 < capacity.online', 'missing-unit', '5', /expected power/],
  ['compute.h100e > 5', 'missing-unit', '5', /H100e/],
];

describe('mistakes in formulas', () => {
  it.each(mistakes.map((row) => [row[0], row] as const))('%s', (_, [text, code, at, says, mended]) => {
    const fault = faultOf(text);
    expect(fault?.code).toBe(code);
    expect(text.slice(fault?.from, fault?.to)).toBe(at);
    expect(fault?.message).toMatch(says);
    expect(fault?.expected).not.toBe('');
    const fix = fault?.fix;
    const after = fix && text.slice(0, fault.from) + fix.replacement + text.slice(fault.to);
    expect(after).toBe(mended);
    if (after !== undefined) expect(faultOf(after)).toBeNull();
  });
});

describe('names', () => {
  it.each([
    'aws.billed.cumulative >= $100B',
    'deals.aws.spend.billed > $0',
    'deals.aws.billed.cumulative at end >= $100B',
    'aws.commitment.make-up >= $0',
    '"spend per GW" * 1 GW > $1',
    'aws.capacity.online - capacity.online < 1 MW',
  ])('are understood in %s', (text) => {
    expect(faultOf(text)).toBeNull();
  });

  it('that may mean two measures are not guessed', () => {
    const scope = {
      measures: new Map([
        ['x.power', { unit: 'MW' }],
        ['y.power', { unit: 'MW' }],
      ]),
    };
    const parsed = parseExpression('power > 1 MW');
    const checked = parsed.ok ? checkExpression(parsed.value, scope) : parsed;
    expect(checked).toMatchObject({
      ok: false,
      error: { code: 'unknown-measure', expected: 'x.power, y.power' },
    });
  });

  it('are listed once each, in order', () => {
    const parsed = parseExpression('b + max(a, b) at end > "spend per GW"');
    expect(parsed.ok ? namesIn(parsed.value) : []).toEqual(['b', 'a', 'spend per GW']);
  });
});

describe('onlyMoment', () => {
  it.each([
    ['a at end > $1', { kind: 'end' }],
    ['(a - b) at end > $1', { kind: 'end' }],
    ['a at 2030-12 > $1', { kind: 'date', date: { year: 2030, month: 12, day: 1 } }],
    ['a at end > b at 2030-12', { kind: 'end' }],
    ['a at end > b', null],
    ['a > $1', null],
    ['1 > 0', null],
  ])('of %s', (text, moment) => {
    const parsed = parseExpression(text);
    expect(parsed.ok ? onlyMoment(parsed.value) : 'fault').toEqual(moment);
  });
});

describe('any text', () => {
  const pieces = fc.constantFrom(
    'a',
    ' ',
    ' + ',
    '-',
    ' - ',
    '(',
    ')',
    ',',
    'max',
    'sqrt',
    ' at end',
    ' at ',
    ' before ',
    '12 months',
    '$5B',
    '5 GW',
    '2030-12',
    '>',
    ' and ',
    ' or ',
    'not ',
    '^',
    '"',
    '"b"',
    '1e9',
    '%',
    'capacity.online',
    '.',
    '\n',
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 20 }).map((parts) => parts.join('')),
    fc.string({ maxLength: 30 }),
  );

  it('is understood, or gets a fault inside it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const fault = faultOf(text);
        if (fault === null) return;
        expect(fault.from).toBeGreaterThanOrEqual(0);
        expect(fault.to).toBeGreaterThanOrEqual(fault.from);
        expect(fault.to).toBeLessThanOrEqual(text.length);
        expect(fault.message.length).toBeGreaterThan(8);
      }),
      { numRuns: 10_000, seed: 20261120 },
    );
  });

  it.each([
    ['brackets', '('.repeat(3000)],
    ['minus signs', `${'-'.repeat(3000)}a`],
    ['negations', 'not '.repeat(900)],
    ['powers', 'a ^ '.repeat(900)],
    ['functions', 'abs('.repeat(900)],
    ['a long sum', Array(1300).fill('a').join('+')],
    ['a long text', 'a'.repeat(5000)],
  ])('of many %s is refused in words', (_, text) => {
    expect(faultOf(text)?.code).toBe('bad-expression');
  });

  it('of a sum of four hundred terms is fine', () => {
    expect(faultOf(`${Array(400).fill('a').join(' + ')} > $1`)).toBeNull();
  });
});
