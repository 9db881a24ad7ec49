import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { writeOutgoing } from '../../../electron/service/write-outgoing.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

/** How often, and with which code, the system refuses to put a file in the place of one that another program has open. */
const refusal = vi.hoisted(() => ({ code: '', times: 0 }));

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof import('node:fs/promises')>();
  return {
    ...real,
    rename: async (from: string, to: string) => {
      if (refusal.times <= 0) return real.rename(from, to);
      refusal.times -= 1;
      throw Object.assign(new Error(`${refusal.code}: rename`), { code: refusal.code });
    },
  };
});

const { platform } = process;
const file = { name: 'deck', mime: 'application/octet-stream', bytes: new Uint8Array([1, 2, 3]) };
let folder = '';
let path = '';

beforeEach(async () => {
  folder = await temporaryFolder();
  path = join(folder, 'deck.pptx');
  await writeFile(path, 'old');
});

afterEach(() => {
  refusal.times = 0;
  Object.defineProperty(process, 'platform', { value: platform });
});

describe('a file that is open in another program', () => {
  it.each(['EPERM', 'EACCES', 'EBUSY'])(
    'stays as it was where the system refuses with %s to the end, and the message says to close it',
    async (code) => {
      Object.defineProperty(process, 'platform', { value: 'win32' });
      Object.assign(refusal, { code, times: Number.POSITIVE_INFINITY });
      const written = await writeOutgoing(path, file);
      expect(written).toMatchObject({
        ok: false,
        error: { kind: 'refused', message: expect.stringMatching(/^deck\.pptx: .*close it.*/) },
      });
      expect(await readFile(path, 'utf8')).toBe('old');
      expect(await readdir(folder)).toEqual(['deck.pptx']);
    },
  );

  it('is written where whoever held it lets go of it after a moment', async () => {
    Object.defineProperty(process, 'platform', { value: 'win32' });
    Object.assign(refusal, { code: 'EPERM', times: 3 });
    expect(await writeOutgoing(path, file)).toMatchObject({ ok: true });
    expect([...(await readFile(path))]).toEqual([1, 2, 3]);
    expect(await readdir(folder)).toEqual(['deck.pptx']);
  });
});
