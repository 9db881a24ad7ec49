import { describe, expect, it } from 'vitest';
import { differencesOf, shippedSide, sideOfText } from '../../../support/compared.ts';
import { completeText, shippedFiles } from '../../../support/shipped.ts';

const small = `offtake: 1
title: Small deal
customer: Anthropic
start: 2026-01
horizon: 24 months
generations:
  chip: { available: 2025-01, peak: { bf16: 1 PFLOP/s }, it-power: 1000 W, price: { list: $2/chip-hour } }
  next: { available: 2026-06, peak: { bf16: 2 PFLOP/s }, it-power: 1200 W, price: { list: $3/chip-hour } }
deals:
  cloud:
    provider: Cloud
    commitment: { amount: $12B, begins: 2026-01, term: 12 months, ramp: { annual: [ 40 %, 60 % ] } }
    capacity: { ceiling: 2 GW, slip: =late, phases: { first: { power: 1 GW, energise: 2025-12 } } }
    mix: chip
assumptions:
  late: oneof(0 months: 3, 6 months: 1)
`;

const base = sideOfText(small);
const changed = (...edits: readonly (readonly [string, string])[]) => {
  let text = small;
  for (const [before, after] of edits) {
    expect(text).toContain(before);
    text = text.replace(before, after);
  }
  return differencesOf(base, sideOfText(text));
};

describe('comparing what two scenarios say', () => {
  it.each(Object.keys(shippedFiles).filter((id) => id.endsWith('.scenario.yaml')))(
    'finds nothing between %s and itself',
    (id) => {
      const side = sideOfText(shippedFiles[id] ?? '', id);
      expect(differencesOf(side, side)).toEqual([]);
    },
  );

  it('finds nothing in the file that uses every field, written in another order', () => {
    const side = sideOfText(completeText);
    const lines = completeText.split('\n');
    const starts = lines.flatMap((line, at) => (/^[a-z-]+:/.test(line) ? [at] : []));
    const blocks = starts.map((from, at) => lines.slice(from, starts[at + 1]).join('\n'));
    const turned = sideOfText(blocks.reverse().join('\n'));
    expect(differencesOf(side, turned)).toEqual([]);
  });

  it.each([
    [['ceiling: 2 GW', 'ceiling: 2000 MW']],
    [['ceiling: 2 GW', 'ceiling: { value: up to 2 GW, note: as announced, status: announced }']],
    [['term: 12 months', 'term: 1 year']],
    [['amount: $12B', 'amount: $12000M']],
    [['oneof(0 months: 3, 6 months: 1)', 'oneof(0.5 years: 25, 0 months: 75)']],
    [['energise: 2025-12', 'energise: 2025-12-01']],
    [['ceiling: 2 GW', 'ceiling: 2 GW, pue: 1.15']],
    [['    mix: chip', '    mix: chip\n    workload: { training: 50 % }\n    title: The small one']],
  ] as const)('knows that %j says the same', (edit) => {
    expect(changed(edit)).toEqual([]);
  });

  it('tells a number, with what holds by default on the other side', () => {
    const [one, ...others] = changed(['    mix: chip', '    mix: chip\n    workload: { training: 70 % }']);
    expect(others).toEqual([]);
    expect(one).toMatchObject({
      id: 'deals.cloud.workload.training',
      kind: 'changed',
      role: 'number',
      deal: 'cloud',
      theme: 'chips',
      base: { text: '50 %', standing: 'default', place: null },
      other: { text: '70 %', standing: 'written' },
    });
  });

  it('tells the assumption, not the fields that refer to it', () => {
    const found = changed(['late: oneof(0 months: 3, 6 months: 1)', 'late: 3 months']);
    expect(found.map(({ id, role, deal, theme }) => [id, role, deal, theme])).toEqual([
      ['assumptions.late', 'number', 'cloud', 'capacity'],
    ]);
  });

  it('tells a field that no longer refers to its assumption, and the assumption that lost its use', () => {
    const found = changed(
      ['slip: =late', 'slip: 3 months'],
      ['assumptions:\n  late: oneof(0 months: 3, 6 months: 1)\n', ''],
    );
    expect(found.map(({ id, kind, role }) => [id, kind, role])).toEqual([
      ['deals.cloud.capacity.slip', 'changed', 'structure'],
      ['assumptions.late', 'only-in-base', 'carried'],
    ]);
    expect(found[0]?.base.text).toBe('=late, which is oneof(0 months: 3, 6 months: 1)');
  });

  it('tells what is there on one side only, as one difference each', () => {
    const deal = `  second: { provider: Other, capacity: { phases: { only: { power: 1 GW, energise: 2026-06 } } }, mix: next }\n`;
    const found = changed(
      ['assumptions:\n', `${deal}assumptions:\n`],
      ['phases: { first:', 'phases: { extra: { power: 500 MW, energise: 2026-09 }, first:'],
      ['ceiling: 2 GW, ', ''],
    );
    expect(found.map(({ id, kind, deal: home }) => [id, kind, home])).toEqual([
      ['deals.cloud.capacity.ceiling', 'only-in-base', 'cloud'],
      ['deals.cloud.capacity.phases.extra', 'only-in-other', 'cloud'],
      ['deals.second', 'only-in-other', 'second'],
    ]);
    expect(found.every(({ role }) => role === 'structure')).toBe(true);
  });

  it('compares lists of one length place by place, and others as a whole', () => {
    expect(changed(['[ 40 %, 60 % ]', '[ 0.4, 50 % ]']).map(({ id, label }) => [id, label])).toEqual([
      ['deals.cloud.commitment.ramp.annual.2', 'annual 2 · commitment · ramp · cloud'],
    ]);
    expect(changed(['[ 40 %, 60 % ]', '[ 40 %, 30 %, 30 % ]']).map(({ id, role }) => [id, role])).toEqual([
      ['deals.cloud.commitment.ramp.annual', 'structure'],
    ]);
  });

  it('knows that checks, seeds and words move no measure, and that a generation comes with what uses it', () => {
    const found = changed(
      ['horizon: 24 months', 'horizon: 24 months\nseed: 9\nchecks: { enough: capacity.online >= 1 GW }'],
      [
        '  next: {',
        '  newest: { available: 2027-01, peak: { bf16: 3 PFLOP/s }, it-power: 1300 W, price: { list: $4/chip-hour } }\n  next: {',
      ],
      [
        'mix: chip',
        'mix: { succession: { first: chip, newest: { midpoint: 2027-03, takeover: 6 months } } }',
      ],
    );
    expect(found.map(({ id, role }) => [id, role])).toEqual([
      ['seed', 'inert'],
      ['deals.cloud.mix', 'structure'],
      ['checks.enough', 'inert'],
      ['generations.newest', 'carried'],
    ]);
  });

  it('keeps the source of both sides, and tells decisions from beliefs', () => {
    const found = differencesOf(shippedSide('amazon-anthropic'), shippedSide('floor-110'));
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({
      id: 'deals.aws.commitment.amount',
      isDecision: true,
      base: { provenance: { source: 'amazon-10q', status: 'binding' } },
      other: { provenance: { source: 'reuters-518', status: 'reported' } },
    });
    const tagged = new Map(
      differencesOf(shippedSide('amazon-anthropic'), shippedSide('skeptic')).map((one) => [
        one.id,
        one.isDecision,
      ]),
    );
    expect(tagged.get('assumptions.growth')).toBe(false);
  });

  it('is the same the other way round, with the sides exchanged', () => {
    const [a, b] = [shippedSide('amazon-anthropic'), shippedSide('anthropic-portfolio')];
    const there = differencesOf(a, b).map(({ id, role, base: one, other }) => [id, role, one, other]);
    const back = differencesOf(b, a).map(({ id, role, base: one, other }) => [id, role, other, one]);
    const byId = (list: typeof there) => [...list].sort((x, y) => (String(x[0]) < String(y[0]) ? -1 : 1));
    expect(byId(back)).toEqual(byId(there));
  });
});
