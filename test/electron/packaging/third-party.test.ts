import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { thirdPartyText } from '../../../electron/packaging/third-party.mjs';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const root = new URL('../../../', import.meta.url).pathname;

/** A licence without the marks of a comment and without the breaks of its lines. */
function plain(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^ \* ?/, '').trim())
    .join(' ')
    .replace(/\s+/g, ' ');
}

describe('licences of what is passed on', () => {
  it('prints the licence of the direction numbers whole, beside those of packages', async () => {
    const licence = await readFile(
      `${root}electron/packaging/licences/joe-kuo-direction-numbers.txt`,
      'utf8',
    );
    const text = thirdPartyText(root, ['node_modules/zod']);
    expect(text).toMatch(/^zod \d+\.\d+\.\d+ — MIT$/m);
    expect(text).toContain(licence.trim());
  });

  it('prints what a package says of those whose work it contains, wherever it says it', async () => {
    const text = thirdPartyText(root, ['node_modules/monaco-editor', 'node_modules/echarts']);
    for (const file of [
      'monaco-editor/LICENSE',
      'monaco-editor/ThirdPartyNotices.txt',
      'echarts/NOTICE',
      'echarts/licenses/LICENSE-d3',
    ]) {
      const said = await readFile(`${root}node_modules/${file}`, 'utf8');
      expect(text, file).toContain(said.replaceAll('\r\n', '\n').trim());
    }
  });

  it('writes out a licence that is only named, and refuses a package that names none', async () => {
    const folder = await temporaryFolder();
    await cp(`${root}electron/packaging/licences`, join(folder, 'electron/packaging/licences'), {
      recursive: true,
    });
    await mkdir(join(folder, 'node_modules', 'mute'), { recursive: true });
    await writeFile(
      join(folder, 'node_modules', 'mute', 'package.json'),
      '{ "name": "mute", "version": "1.0.0" }',
    );
    expect(() => thirdPartyText(folder, ['node_modules/mute'])).toThrow('mute 1.0.0 states no licence');
    expect(thirdPartyText(root, ['node_modules/brotli'])).toMatch(
      /Copyright \(c\) .+\n\nPermission is hereby granted/,
    );
  });

  it('keeps the same licence in the source, above the numbers themselves', async () => {
    const licence = await readFile(
      `${root}electron/packaging/licences/joe-kuo-direction-numbers.txt`,
      'utf8',
    );
    const source = await readFile(`${root}shared/engine/random/joe-kuo-numbers.ts`, 'utf8');
    const [header] = source.split('export const');
    expect(plain(header ?? '')).toContain(plain(licence).trim());
  });
});
