import { spawnSync } from 'node:child_process';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/temporary-folder.ts';

const tests = `
import { beforeAll, describe, expect, it } from 'vitest';
import { appendFileSync } from 'node:fs';
let attempt = 0;
const row = (what, lost) =>
  appendFileSync(process.env.OFFTAKE_TRUST_REPORT, JSON.stringify({ what, times: 2, lost }) + '\\n');
it('fails half-way', () => expect(1).toBe(2));
it('goes well the second time', { retry: 1 }, () => expect((attempt += 1)).toBe(2));
it('goes well', () => row('tried in peace', 0));
describe('without ground', () => {
  beforeAll(() => { throw new Error('no ground'); });
  it('never begins', () => undefined);
});
`;

/** Runs tests of another tree under the reporter, then prints its table; gives what was printed and the verdict. */
async function tableOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'test', 'trust'), { recursive: true });
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  for (const [name, text] of Object.entries(files))
    await writeFile(join(folder, 'test', 'trust', name), text);
  const report = join(folder, 'tried.jsonl');
  const vitest = [join('node_modules', 'vitest', 'vitest.mjs'), 'run'];
  spawnSync(process.execPath, [...vitest, `--reporter=${resolve('test/trust/failure-reporter.mjs')}`], {
    cwd: folder,
    env: { ...process.env, OFFTAKE_TRUST_REPORT: report },
  });
  const print = `import { printTable } from ${JSON.stringify(resolve('test/trust/print-table.mjs'))};
    console.log('whole:', printTable(${JSON.stringify(report)}, 'a remark'));`;
  return spawnSync(process.execPath, ['--input-type=module', '-e', print], { encoding: 'utf8' }).stdout;
}

describe('the table of trust', () => {
  it('has a row for every failure, for what never ran and for what went well only the second time', async () => {
    const shown = await tableOf({ 'a.test.ts': tests, 'b.test.ts': "import './nowhere.ts';" });
    expect(shown).toMatch(/tried in peace +2 +0$/m);
    expect(shown).toMatch(/goes well the second time +again +passed only at attempt 2$/m);
    expect(shown).toMatch(/fails half-way +FAILED +expected 1 to be 2/);
    expect(shown).toMatch(/without ground +FAILED +no ground$/m);
    expect(shown).toMatch(/never begins +FAILED +did not run$/m);
    expect(shown).toMatch(/b\.test\.ts +FAILED +Cannot find/);
    expect(shown).toMatch(/in all +2 +0 +4 FAILED; a remark$/m);
    expect(shown).toContain('whole: false');
  });

  it('is not whole where something was lost, even once, nor where nothing was tried', async () => {
    const lossy = tests.replace('peace', 'vain').replace("', 0)", "', 1)").replace('toBe(2)', 'toBe(1)');
    const shown = await tableOf({ 'a.test.ts': lossy.slice(0, lossy.indexOf('describe(')) });
    expect(shown).toMatch(/in all +2 +1 +a remark$/m);
    expect(shown).toContain('whole: false');
    expect(await tableOf({})).toContain('whole: false');
  });

  it('is whole where all went well', async () => {
    const fine = `import { appendFileSync } from 'node:fs'; import { it } from 'vitest';
      it('a', () => appendFileSync(process.env.OFFTAKE_TRUST_REPORT, '{"what":"b","times":1,"lost":0}\\n'));`;
    expect(await tableOf({ 'a.test.ts': fine })).toMatch(/in all +1 +0 +a remark\nwhole: true/);
  });
});
