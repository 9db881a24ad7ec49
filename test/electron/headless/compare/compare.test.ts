import { describe, expect, it } from 'vitest';
import { shippedFiles } from '../../../support/shipped.ts';
import { builtRoot } from '../built-root.ts';

const files = {
  'a.scenario.yaml': shippedFiles['skeptic.scenario.yaml'] ?? '',
  'amazon-anthropic.scenario.yaml': shippedFiles['amazon-anthropic.scenario.yaml'] ?? '',
  'b.scenario.yaml': shippedFiles['slip-12-months.scenario.yaml'] ?? '',
  'broken.scenario.yaml': (shippedFiles['slip-12-months.scenario.yaml'] ?? '').replace(
    '12 months,',
    '12 month s,',
  ),
};

/** The catalogue lies in a folder of its own; one file beside the others does as well. */
async function root() {
  const chips = shippedFiles['catalogue/chips.yaml'] ?? '';
  const inPlace = Object.entries(files).map(([name, text]) => [
    name,
    text.replace('catalogue/chips.yaml', 'chips.yaml'),
  ]);
  return builtRoot({ ...Object.fromEntries(inPlace), 'chips.yaml': chips });
}

const base = 'amazon-anthropic.scenario.yaml';

interface Printed {
  readonly base: { readonly title: string };
  readonly others: readonly unknown[];
  readonly inputs: readonly { readonly input: string; readonly effect: number | null }[];
  readonly outcomes: readonly {
    readonly measure: string;
    readonly scenarios: readonly { readonly change: { readonly probabilityHigher: number } | null }[];
  }[];
  readonly bridge: {
    readonly measure: string;
    readonly at: string;
    readonly from: number;
    readonly to: number;
    readonly parts: readonly {
      readonly input: string;
      readonly effect: number;
      readonly standardError: number;
    }[];
  } | null;
  readonly bridges?: readonly unknown[];
}

describe('offtake compare', () => {
  it('prints inputs by effect, outcomes and a bridge that sums to the whole as JSON', async () => {
    const { offtake } = await root();
    const args = ['--bridge', 'spend.billed.cumulative', '--at', '2030-12', '--draws', '512', '--json'];
    const { code, out, errors } = await offtake(['compare', base, 'a.scenario.yaml', ...args]);
    expect(errors).toEqual([]);
    expect(code).toBe(0);
    const printed = JSON.parse(out) as Printed;
    expect(Object.keys(printed)).toEqual(
      expect.arrayContaining(['base', 'others', 'inputs', 'outcomes', 'bridge']),
    );
    const { bridge, inputs, outcomes } = printed;
    expect(bridge).toMatchObject({ measure: 'spend.billed.cumulative', at: '2030-12' });
    const sum = bridge?.parts.reduce((total, { effect }) => total + effect, 0);
    expect(sum).toBe((bridge?.to ?? 0) - (bridge?.from ?? 0));
    expect(bridge?.parts.every(({ standardError }) => standardError >= 0)).toBe(true);
    const effects = inputs.map(({ effect }) => Math.abs(effect ?? 0));
    expect(effects).toEqual([...effects].sort((one, two) => two - one));
    expect(inputs.map(({ input }) => input)).toContain('deals.aws.capital.facility.draw');
    const row = outcomes.find(({ measure }) => measure === 'spend.billed.cumulative');
    expect(row?.scenarios[0]?.change).toBeNull();
    expect(row?.scenarios[1]?.change?.probabilityHigher).toBeGreaterThan(0);
  });

  it('says the same for people, of several scenarios, and as CSV', async () => {
    const { offtake } = await root();
    const many = ['compare', base, 'a.scenario.yaml', 'b.scenario.yaml', '--draws', '256'];
    const { code, out } = await offtake(many);
    expect(code).toBe(0);
    expect(out).toMatch(/Base {6}Amazon – Anthropic, April 2026/);
    expect(out).toMatch(/Inputs that differ in C, by effect on .*\n.*slip/);
    const csv = await offtake([...many, '--csv']);
    const [head = '', ...lines] = csv.out.trimEnd().split('\r\n');
    expect(head.split(',')).toHaveLength(14);
    expect(lines.every((line) => line.split(',').length === 14)).toBe(true);
    expect(lines.length % 3).toBe(0);
  });

  it('prints the parts of a bridge as CSV, with both ends', async () => {
    const { offtake } = await root();
    const args = [
      '--bridge',
      'capacity.online',
      '--at',
      '2028-06',
      '--of',
      'central',
      '--csv',
      '--draws',
      '256',
    ];
    const { out } = await offtake(['compare', base, 'b.scenario.yaml', ...args]);
    const lines = out.trimEnd().split('\r\n');
    expect(lines[1]).toContain('(from)');
    expect(lines.at(-1)).toContain('(to)');
    const effects = lines.slice(2, -1).map((line) => Number(line.split(',').at(-4)));
    const end = (line: string | undefined) => Number(line?.split(',').at(-4));
    expect(effects.reduce((sum, effect) => sum + effect, 0)).toBe(end(lines.at(-1)) - end(lines[1]));
  });

  it('names the scenario that does not read, and ends with 1', async () => {
    const { offtake } = await root();
    const { code, errors } = await offtake(['compare', base, 'broken.scenario.yaml']);
    expect(code).toBe(1);
    expect(errors.join('\n')).toMatch(/broken\.scenario\.yaml:\d+:\d+: error: /);
    expect(errors.at(-1)).toMatch(/^broken\.scenario\.yaml does not read/);
    const missing = await offtake(['compare', base, 'nowhere.scenario.yaml']);
    expect([missing.code, missing.errors.join('')]).toEqual([2, expect.stringContaining('nowhere')]);
  });

  it('says wrong use in a line, and ends with 2', async () => {
    const { offtake } = await root();
    const uses = [
      [[base], /B is missing/],
      [[base, 'b.scenario.yaml', '--bridge', 'spend.bild'], /did you mean/],
      [[base, 'b.scenario.yaml', '--at', 'soon'], /2030-12/],
      [[base, 'b.scenario.yaml', '--at', '2060-01'], /runs from 2026-04 to 2038-03/],
      [[base, 'b.scenario.yaml', '--of', 'mode'], /mean/],
      [[base, 'b.scenario.yaml', '--json', '--csv'], /Choose one/],
    ] as const;
    for (const [args, message] of uses) {
      const { code, errors } = await offtake(['compare', ...args]);
      expect([args, code]).toEqual([args, 2]);
      expect(errors.join('\n')).toMatch(message);
    }
  });

  it('stops on Ctrl-C', async () => {
    const { offtake } = await root();
    const { code } = await offtake(['compare', base, 'b.scenario.yaml', '--draws', '200000'], true);
    expect(code).toBe(130);
  });
});
