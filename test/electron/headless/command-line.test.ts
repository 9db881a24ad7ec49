import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../electron/headless/run.ts';
import { smallText } from '../../contract/suite.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly errors: readonly string[];
}

/** Runs one command in this process, in a folder with some files. */
async function offtake(
  files: Readonly<Record<string, string | Uint8Array>>,
  ...args: readonly string[]
): Promise<Ended> {
  const folder = await temporaryFolder();
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await mkdir(join(folder, 'folder'));
  let out = '';
  const errors: string[] = [];
  const code = await runCommandLine(
    args.length === 0 ? [] : [...args, '--library', join(folder, 'no-library')],
    {
      out: (text) => {
        out += Buffer.from(text).toString();
      },
      error: (line) => errors.push(line),
      progress: () => undefined,
      onInterrupt: () => undefined,
      folder,
    },
    resolve('.'),
  );
  return { code, out, errors };
}

const small = { 'small.scenario.yaml': smallText };
const broken = {
  'broken.scenario.yaml': smallText.replace('ceiling: 2 GW', 'ceiling: two GW').replace('term:', 'trem:'),
};

describe('offtake', () => {
  it('checks a scenario that is fine', async () => {
    const { code, out } = await offtake(small, 'check', 'small.scenario.yaml');
    expect(code).toBe(0);
    expect(out).toContain('small.scenario.yaml is fine');
  });

  it('says every fault with file, line and column', async () => {
    const { code, errors } = await offtake(broken, 'check', 'broken.scenario.yaml');
    expect(code).toBe(1);
    const faults = errors.filter((line) => /^broken\.scenario\.yaml:\d+:\d+: error: /.test(line));
    expect(faults.length).toBeGreaterThanOrEqual(2);
    expect(errors.at(-1)).toMatch(/^broken\.scenario\.yaml has \d+ errors/);
  });

  it('says faults as JSON too', async () => {
    const { code, out, errors } = await offtake(broken, 'run', 'broken.scenario.yaml', '--json');
    expect(code).toBe(1);
    expect(errors).toEqual([]);
    const { problems } = JSON.parse(out) as { problems: { severity: string; line: number }[] };
    expect(
      problems.filter(({ severity, line }) => severity === 'error' && line > 0).length,
    ).toBeGreaterThanOrEqual(2);
  });

  it('prints a run as the stated object', async () => {
    const { code, out } = await offtake(small, 'run', 'small.scenario.yaml', '--json');
    expect(code).toBe(0);
    const run = JSON.parse(out);
    expect(Object.keys(run)).toEqual(['offtake', 'scenario', 'months', 'measures', 'problems', 'checks']);
    expect(run.scenario).toEqual({
      title: 'Small deal',
      file: 'small.scenario.yaml',
      hash: expect.any(String),
      seed: 7,
    });
    expect(run.months).toHaveLength(24);
    expect([run.months[0], run.months[23]]).toEqual(['2026-01', '2027-12']);
    expect(run.measures['capacity.online']).toMatchObject({ unit: 'MW', kind: 'stock' });
    expect(run.measures['capacity.online'].values[0]).toBe(1000);
    for (const { values } of Object.values(run.measures) as { values: unknown[] }[]) {
      expect(values).toHaveLength(24);
      expect(values.every((value) => value === null || Number.isFinite(value))).toBe(true);
    }
    expect(run.checks).toEqual([{ key: 'power stays under the ceiling', holds: true, firstBroken: null }]);
  });

  it('gives the same digits for the same text', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => offtake(small, 'run', 'small.scenario.yaml', '--json')),
    );
    expect(first?.out).toBe(second?.out);
  });

  it('prints a run as CSV and for people', async () => {
    const csv = await offtake(small, 'run', 'small.scenario.yaml', '--csv');
    expect(csv.out.split('\r\n')[0]).toMatch(/^scenario,measure,/);
    const text = await offtake(small, 'run', 'small.scenario.yaml');
    expect(text.out).toContain('Power online');
    expect(text.out).toContain('Checks: 1 of 1 hold');
  });

  it('lists, and prints the reference', async () => {
    const list = await offtake({}, 'list', '--json');
    expect(list.code).toBe(0);
    expect(JSON.parse(list.out).map(({ id }: { id: string }) => id)).toContain(
      'amazon-anthropic.scenario.yaml',
    );
    const reference = await offtake({}, 'reference', '--json');
    const { inputs, measures } = JSON.parse(reference.out);
    expect(inputs.length).toBeGreaterThan(50);
    expect(measures.length).toBeGreaterThan(30);
    expect((await offtake({}, 'reference')).out).toContain('capacity.online');
    expect((await offtake({}, 'reference', '--markdown')).out).toMatch(/^# /);
  });

  it.each([
    ['a missing file', 'nothing.yaml', /no such file/, 2],
    ['a folder', 'folder', /folder/, 2],
    ['a binary file', 'binary.yaml', /UTF-8/, 1],
    ['an empty file', 'empty.yaml', /empty/, 1],
    ['10 MB', 'large.yaml', /10\.0 MB/, 1],
  ])('says what is wrong with %s in one line', async (_, name, words, expected) => {
    const files = {
      'binary.yaml': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1]),
      'empty.yaml': '',
      'large.yaml': new Uint8Array(10_000_000).fill(97),
    };
    for (const command of ['check', 'run']) {
      const { code, out, errors } = await offtake(files, command, name);
      expect(code).toBe(expected);
      expect(out).toBe('');
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatch(words);
      expect(errors[0]).not.toContain('\n');
    }
  });

  it.each([
    [['chek', 'x'], /did you mean check/],
    [['check'], /FILE is missing/],
    [['check', 'a', 'b'], /“b” is one argument too many/],
    [['check', 'a', '--jsn'], /did you mean --json/],
    [['run', 'a', '--json=yes'], /takes no value/],
    [['simulate', 'a', '--draws', 'many'], /whole number/],
    [['simulate', 'a', '--draws', '2000000'], /1000000/],
    [['run', 'small.scenario.yaml', '--json', '--csv'], /Choose one/],
  ])('takes %j for wrong use', async (args, words) => {
    const { code, errors } = await offtake(small, ...args);
    expect(code).toBe(2);
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(words);
  });

  it('says how it is used', async () => {
    expect((await offtake({}, '--help')).out).toContain('check FILE');
    expect((await offtake({}, 'run', '--help')).out).toContain('--json');
    expect((await offtake({})).code).toBe(2);
  });

  it('builds on files beside the one named, and not on what a link brings in from elsewhere', async () => {
    const elsewhere = await temporaryFolder();
    await writeFile(join(elsewhere, 'base.scenario.yaml'), smallText);
    const folder = await temporaryFolder();
    await cp(join(elsewhere, 'base.scenario.yaml'), join(folder, 'base.scenario.yaml'));
    await symlink(join(elsewhere, 'base.scenario.yaml'), join(folder, 'linked.scenario.yaml'));
    const variant = (base: string) => `offtake: 1\nextends: ${base}\ntitle: Variant\nseed: 8\n`;
    await writeFile(join(folder, 'good.scenario.yaml'), variant('base.scenario.yaml'));
    await writeFile(join(folder, 'bad.scenario.yaml'), variant('linked.scenario.yaml'));
    expect((await offtake({}, 'check', join(folder, 'good.scenario.yaml'))).code).toBe(0);
    expect((await offtake({}, 'check', join(folder, 'bad.scenario.yaml'))).code).toBe(1);
  });
});
