import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sweepTemporary } from '../../../electron/storage/sweep-temporary.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('sweepTemporary', () => {
  it('removes what a killed program left and nothing else', async () => {
    const folder = await temporaryFolder();
    const now = 1_800_000_000_000;
    const place = async (name: string, age: number): Promise<void> => {
      await writeFile(join(folder, name), 'x');
      await utimes(join(folder, name), (now - age) / 1000, (now - age) / 1000);
    };
    await place('.a.scenario.yaml.0123abcd.tmp', 3_600_000);
    await place('.b.scenario.yaml.0123abcd.tmp', 5);
    await place('.c.scenario.yaml.0123abcd.tmp', -3_600_000);
    await place('.notes.tmp', 3_600_000);
    await place('a.scenario.yaml', 3_600_000);
    await place('0123abcd.tmp', 3_600_000);
    await sweepTemporary([folder, join(folder, 'nowhere')], now);
    expect((await readdir(folder)).sort()).toEqual([
      '.b.scenario.yaml.0123abcd.tmp',
      '.c.scenario.yaml.0123abcd.tmp',
      '.notes.tmp',
      '0123abcd.tmp',
      'a.scenario.yaml',
    ]);
  });
});
