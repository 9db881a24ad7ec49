import { describe, expect, it } from 'vitest';
import { parseQuantity } from '#shared/scenario/quantity/parse-quantity.ts';
import type { Dimension, QuantityFault } from '#shared/scenario/quantity/quantity.ts';

const start = { year: 2026, month: 4 };

function faultOf(text: string, dimension: Dimension): QuantityFault {
  const parsed = parseQuantity(text, dimension, { start });
  if (parsed.ok) throw new Error(`${text} is read as ${JSON.stringify(parsed.value.distribution)}`);
  return parsed.error;
}

/** Mistakes in quantities: what was met, what the message says, and the text after the fix where one is offered. */
const mistakes: readonly (readonly [
  string,
  Dimension,
  QuantityFault['code'],
  met: string,
  says: RegExp,
  mended?: string,
])[] = [
  ['', 'power', 'not-a-quantity', '', /missing.*2\.5 GW/],
  ['soon', 'power', 'not-a-quantity', 'soon', /expected power, such as 2\.5 GW/],
  ['5', 'power', 'missing-unit', '5', /no unit.*GW, MW, kW/],
  ['0', 'duration', 'missing-unit', '0', /no unit/, '0 months'],
  ['100000', 'money', 'missing-unit', '100000', /no unit/, '$100000'],
  ['-5', 'money', 'missing-unit', '-5', /no unit/, '-$5'],
  ['500000', 'chips', 'missing-unit', '500000', /no unit/, '500000 chips'],
  ['0.12', 'rate-per-year', 'missing-unit', '0.12', /%\/year, %\/month/],
  ['35', 'share', 'missing-unit', '35', /35 %/, '35 %'],
  ['1.5', 'share', 'missing-unit', '1.5', /more than 1/],
  ['$5B', 'power', 'wrong-unit', '$5B', /is an amount of money; expected power/],
  ['5 GWh', 'power', 'wrong-unit', '5 GWh', /is energy; expected power/],
  ['18 months', 'date', 'wrong-unit', '18 months', /is a length of time; expected a date/],
  ['2026-04', 'duration', 'wrong-unit', '2026-04', /is a date; expected a length of time/],
  ['12 %', 'rate-per-year', 'wrong-unit', '12 %', /rate per year/, '12 %/year'],
  ['$2', 'money-per-chip-hour', 'wrong-unit', '$2', /price per chip-hour/, '$2/chip-hour'],
  ['$5', 'money-per-share', 'wrong-unit', '$5', /price per share/, '$5/share'],
  ['5 gw', 'power', 'wrong-unit', 'gw', /Did you mean "GW"/, '5 GW'],
  ['5 mW', 'power', 'wrong-unit', 'mW', /Did you mean "MW"/, '5 MW'],
  ['$5m', 'money', 'wrong-unit', 'm', /Did you mean "M"/, '$5M'],
  ['18 moths', 'duration', 'wrong-unit', 'moths', /Did you mean "months"/, '18 months'],
  ['5 parsecs', 'power', 'wrong-unit', 'parsecs', /is not a unit/],
  ['€5B', 'money', 'not-a-quantity', '€5B', /US dollars/],
  ['1,000 MW', 'power', 'not-a-quantity', '1,000 MW', /separated by "_"/, '1_000 MW'],
  ['2,5 GW', 'power', 'not-a-quantity', '2,5 GW', /decimals are written with a dot/, '2.5 GW'],
  ['5-9 GW', 'power', 'not-a-quantity', '5-9 GW', /written with "to"/, '5 to 9 GW'],
  ['5 to', 'power', 'not-a-quantity', '5 to', /upper end/],
  ['5 GW and more', 'power', 'not-a-quantity', 'and more', /left over/],
  ['about 5 to 9 GW', 'power', 'not-a-quantity', 'about ', /plain value/],
  ['$1e999', 'money', 'out-of-range', '$1e999', /too large/],
  ['5:0', 'multiple', 'not-a-quantity', '5:0', /divides by zero/],
  ['9 to 5 GW', 'power', 'bad-distribution', '9 to 5 GW', /lower end is above/],
  ['5 to 5 GW', 'power', 'bad-distribution', '5 to 5 GW', /both ends are the same/],
  ['normal(5 GW, 0 GW)', 'power', 'bad-distribution', 'normal(5 GW, 0 GW)', /standard deviation/],
  ['lognormal(0, 9) GW', 'power', 'bad-distribution', 'lognormal(0, 9) GW', /more than 0/],
  ['lognormal(9, 5) GW', 'power', 'bad-distribution', 'lognormal(9, 5) GW', /below the 95th/],
  ['uniform(2, 1)', 'number', 'bad-distribution', 'uniform(2, 1)', /lower end must be below/],
  ['pert(1, 9, 3)', 'number', 'bad-distribution', 'pert(1, 9, 3)', /between the lowest and the highest/],
  ['pert(1, 2)', 'number', 'bad-distribution', 'pert(1, 2)', /pert\(low, likeliest, high\)/],
  ['beta(0, 2)', 'share', 'bad-distribution', 'beta(0, 2)', /shape numbers/],
  ['beta(2, 5)', 'power', 'bad-distribution', 'beta(2, 5)', /Between which ends/],
  ['beta(2, 5) %', 'share', 'bad-distribution', 'beta(2, 5) %', /Between which ends/],
  ['oneof($4B: 0)', 'money', 'bad-distribution', 'oneof($4B: 0)', /weight must be more than 0/],
  ['oneof($4B: -1, $5B: 2)', 'money', 'bad-distribution', 'oneof($4B: -1, $5B: 2)', /cannot be negative/],
  ['uniform(1: 2, 3)', 'number', 'bad-distribution', '1', /Only oneof has weights/],
  ['chance(130 %)', 'probability', 'bad-distribution', 'chance(130 %)', /between 0 % and 100 %/],
  ['chance(30 %)', 'money', 'bad-distribution', 'chance(30 %)', /oneof/],
  ['nromal(5, 1) GW', 'power', 'bad-distribution', 'nromal', /Did you mean "normal"/, 'normal(5, 1) GW'],
  ['normal(5, 1', 'number', 'bad-distribution', 'normal(5, 1', /not closed/],
  ['normal(5; 1)', 'number', 'bad-distribution', 'normal(5; 1)', /comma/],
  ['normal(5 GW, 1 GW) MW', 'power', 'bad-distribution', 'normal(5 GW, 1 GW) MW', /inside and after/],
  ['5 GW, at most 3 GW', 'power', 'bad-distribution', '3 GW', /leaves nothing/],
  ['normal(5, 1) GW, at least 6 GW, at most 4 GW', 'power', 'bad-distribution', '4 GW', /below the upper/],
  ['5 GW, at most', 'power', 'not-a-quantity', ', at most', /left over|bound/],
  ['2026-13', 'date', 'bad-date', '2026-13', /not a date/],
  ['2026-4', 'date', 'bad-date', '2026-4', /not a date/, '2026-04'],
  ['2026-02-30', 'date', 'bad-date', '2026-02-30', /not a date/],
  ['2026/04', 'date', 'bad-date', '2026/04', /not a date/, '2026-04'],
  ['04-2026', 'date', 'bad-date', '04-2026', /not a date/, '2026-04'],
  ['April 2026', 'date', 'bad-date', 'April 2026', /not a date/, '2026-04'],
  ['5', 'date', 'bad-date', '5', /number without a unit/],
];

describe('mistakes in quantities', () => {
  it.each(mistakes.map((row) => [row[0], row[1], row] as const))('"%s" as %s', (_text, _dimension, row) => {
    const [text, dimension, code, met, says, mended] = row;
    const fault = faultOf(text, dimension);
    expect(fault).toMatchObject({ code, met });
    expect(text.slice(fault.from, fault.to)).toBe(fault.met);
    expect(fault.message).toMatch(says);
    const { fix } = fault;
    const after = fix && text.slice(0, fault.from) + fix.replacement + text.slice(fault.to);
    expect(after).toBe(mended);
    if (after !== undefined) expect(parseQuantity(after, dimension, { start }).ok).toBe(true);
  });

  it('always say what is expected, with an example', () => {
    for (const [text, dimension] of mistakes) expect(faultOf(text, dimension).expected).toMatch(/such as/);
  });
});
