import { mkdir, readdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Problem } from '#shared/scenario/problem.ts';
import { createModelPerformers } from '../../electron/engine/model-performers.ts';
import { hashSource } from '../../electron/service/hash-source.ts';
import { smallText } from '../contract/suite.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openStorage } from './children/storage.ts';
import { hostileValues } from './fuzz/dictionary.ts';
import { isFull, tried } from './support/tried.ts';

const control = { isCancelled: () => false, report: () => undefined };
/** A second of the processor's own time, whatever else runs beside it, and room for a machine a third as fast. */
const cpuLimitMilliseconds = 3_000;

/** Computes a text as a thread does; says what came of it and how much of the processor it took. */
function compute(text: string, files: Readonly<Record<string, string>> = {}) {
  const source = { id: 'hostile.scenario.yaml', text, files };
  const before = process.cpuUsage();
  const reply = createModelPerformers().project(
    { scenario: { hash: hashSource(source), source }, known: [] },
    control,
  );
  const { user, system } = process.cpuUsage(before);
  const problems: readonly Problem[] =
    !reply.ok && reply.error.kind === 'invalid-scenario' ? reply.error.problems : [];
  return { reply, problems, milliseconds: (user + system) / 1_000 };
}

/** Every figure there is, or NaN where there is none: never infinite. */
function infinities(text: string, files: Readonly<Record<string, string>> = {}): number {
  const { reply } = compute(text, files);
  if (!reply.ok) return 0;
  return reply.value.packed.columns.values.filter((value) => Math.abs(value) === Number.POSITIVE_INFINITY)
    .length;
}

describe('hostile input', () => {
  it.each([
    [
      'references that multiply',
      `${Array.from({ length: 12 }, (_, at) => `a${at}: &a${at} [${at === 0 ? '1' : Array.from({ length: 9 }, () => `*a${at - 1}`).join(', ')}]`).join('\n')}\n`,
      /too-many-references|unknown/,
    ],
    ['a reference to itself', 'a: &a [ *a ]\n', /unknown-reference/],
    ['depth in brackets', `a: ${'['.repeat(100_000)}`, /too-deep|too-many-pieces/],
    ['depth in braces', `a: ${'{b: '.repeat(10_000)}`, /too-deep/],
    ['depth in lines', Array.from({ length: 600 }, (_, at) => `${' '.repeat(at)}a:`).join('\n'), /too-deep/],
    ['half a million empty maps', '{}'.repeat(499_000), /too-many-pieces/],
    ['a million line ends', '\n'.repeat(999_000), /too-many-pieces/],
    ['more than a megabyte', 'a'.repeat(1_000_001), /file-too-large/],
    ['a number of a million digits', `offtake: 1\nseed: ${'9'.repeat(900_000)}\n`, /./],
    ['a name of a million letters', `${'a'.repeat(900_000)}: 1\n`, /./],
    ['a formula of brackets', `offtake: 1\nmeasures:\n  m: ${'('.repeat(5_000)}1${')'.repeat(5_000)}\n`, /./],
    [
      'a formula of a hundred thousand terms',
      `offtake: 1\nmeasures:\n  m: ${'1 + '.repeat(100_000)}1\n`,
      /./,
    ],
    [
      'names that change the machine',
      'offtake: 1\n__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\n',
      /unknown-key/,
    ],
    ['control characters', 'offtake: 1\ntitle: a\u0007b\n', /control-character/],
    ['a text that is shown in another order', 'offtake: 1\ntitle: \u202e4202\n', /deceptive-character/],
    ['a tag of code', 'offtake: 1\ntitle: !!js/function "x"\n', /unknown-tag/],
    ['bytes of a picture', '\u0089PNG\r\n\u001a\n', /control-character/],
  ])('of the kind “%s” is answered at once, in words', (_, text, code) => {
    const { problems, milliseconds } = compute(text);
    expect(problems.map((problem) => problem.code).join(' ')).toMatch(code);
    expect(problems.length).toBeLessThanOrEqual(200);
    expect(milliseconds).toBeLessThan(cpuLimitMilliseconds);
    expect('polluted' in {}).toBe(false);
    tried({ what: `hostile text: ${_}`, times: 1, lost: 0 });
  });

  it('may be named as every object is, in any version and at any place', () => {
    const names = Object.getOwnPropertyNames(Object.prototype);
    const lines = smallText.split('\n');
    let [count, lost] = [0, 0];
    for (const name of names) {
      for (const version of ['offtake: 1', 'offtake: 0']) {
        for (const [at, line] of lines.entries()) {
          const space = /^ */.exec(line)?.[0] ?? '';
          const text = [
            version,
            ...lines.slice(1, at + 1),
            `${space}${name}: { a: 1 }`,
            ...lines.slice(at + 1),
          ].join('\n');
          count += 1;
          const { reply } = compute(text);
          if (!reply.ok && reply.error.kind !== 'invalid-scenario') lost += 1;
        }
      }
    }
    tried({ what: 'names that every object has', times: count, lost });
  });

  it('never becomes an infinite figure, wherever a hostile value stands', () => {
    const lines = smallText.split('\n');
    let [count, lost] = [0, 0];
    for (const [at, line] of lines.entries()) {
      for (const value of hostileValues.filter((_, place) => isFull || (place + at) % 8 === 0)) {
        // In the place of the first value of the line, and of the last.
        for (const hostile of [
          line.replace(/(: )[^,{}[\]]+/, `$1${value.replaceAll('$', '$$$$')}`),
          line.replace(/[^:,{}[\]]+( ?[\]}]*)$/, `${value.replaceAll('$', '$$$$')}$1`),
        ]) {
          if (hostile === line) continue;
          const text = [...lines.slice(0, at), hostile, ...lines.slice(at + 1)].join('\n');
          count += 1;
          if (infinities(text) > 0) lost += 1;
        }
      }
    }
    expect('polluted' in {}).toBe(false);
    tried({ what: 'hostile values in every line of a deal', times: count, lost });
  });

  it('leads nowhere outside the library by the names of files', async () => {
    const folder = await temporaryFolder();
    const library = join(folder, 'library');
    await mkdir(library);
    const secret = 'title: secret\nassumptions:\n  leak: 1\n';
    await writeFile(join(folder, 'outside.scenario.yaml'), secret);
    await symlink(join(folder, 'outside.scenario.yaml'), join(library, 'link.scenario.yaml'));
    await writeFile(join(folder, 'outside.csv'), 'month,secret\n2026-01,1\n');
    await symlink(join(folder, 'outside.csv'), join(library, 'link.csv'));
    await symlink(folder, join(library, 'folder'));
    const { files } = await openStorage({ library, memory: join(folder, 'memory') });
    const outside = [...(await readdir(folder)), 'memory'].sort().join();
    const ways = [
      '../outside.scenario.yaml',
      './../outside.scenario.yaml',
      'a/../../outside.scenario.yaml',
      join(folder, 'outside.scenario.yaml'),
      'link.scenario.yaml',
      'folder/outside.scenario.yaml',
      `file://${folder}/outside.scenario.yaml`,
      '../outside.csv',
      'link.csv',
      join(folder, 'outside.csv'),
      '..\\outside.scenario.yaml',
      '%2e%2e/outside.scenario.yaml',
      '..%2foutside.scenario.yaml',
      '\u2025/outside.scenario.yaml',
      '../outside',
      '__proto__',
      'constructor',
    ];
    let lost = 0;
    for (const way of ways) {
      for (const text of [
        `extends: ${JSON.stringify(way)}\n`,
        `use: [ ${JSON.stringify(way)} ]\n`,
        `extends: ${way}\n`,
        `actuals: ${JSON.stringify(way)}\n`,
      ]) {
        const companions = await files.companions('deal.scenario.yaml', text);
        if (!companions.ok || Object.values(companions.value).some((each) => each.includes('secret')))
          lost += 1;
        const { problems } = compute(`offtake: 1\ntitle: x\n${text}`, companions.ok ? companions.value : {});
        if (problems.length === 0) lost += 1;
      }
      const uses = await Promise.all([
        files.open(way),
        files.save(way, 'x', ''),
        files.create(way, 'x'),
        files.rename(way, 'x.scenario.yaml'),
        files.remove(way),
      ]);
      // Odd names that stay inside may be used; what lies outside is neither shown nor touched.
      if (JSON.stringify(uses).includes('secret')) lost += 1;
      if ((await readdir(folder)).sort().join() !== outside) lost += 1;
      if ((await readFile(join(folder, 'outside.scenario.yaml'), 'utf8')) !== secret) lost += 1;
    }
    tried({ what: 'names of files that lead out', times: ways.length * 9, lost });
  });
});
