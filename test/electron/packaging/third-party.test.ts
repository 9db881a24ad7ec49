import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { thirdPartyText } from '../../../electron/packaging/third-party.mjs';

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
