import { execFileSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readText } from '../../../electron/storage/read-text.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

async function messageFor(make: (path: string) => unknown): Promise<string> {
  const path = join(await temporaryFolder(), 'x.yaml');
  await make(path);
  const result = await readText(path, 'x.yaml');
  if (result.ok || !('message' in result.error)) throw new Error('a fault with a message was expected');
  return result.error.message;
}

/** Leaves a socket of the file system at a path. */
function listenAt(path: string): Promise<void> {
  const server = createServer();
  onTestFinished(() => {
    server.close();
  });
  return new Promise((resolve) => server.listen(path, resolve));
}

describe('readText', () => {
  it.each([
    ['a missing file', () => undefined, /no such file/],
    ['a folder', (path: string) => mkdir(path), /folder/],
    ['a binary file', (path: string) => writeFile(path, Buffer.from([0x89, 0x50, 0, 1, 2])), /UTF-8/],
    [
      'text in another encoding',
      (path: string) => writeFile(path, Buffer.from('t: \xe4', 'latin1')),
      /UTF-8/,
    ],
    ['10 MB', (path: string) => writeFile(path, Buffer.alloc(10_000_000, 'a')), /10\.0 MB.*at most 1 MB/],
    ['just too much', (path: string) => writeFile(path, Buffer.alloc(1_000_001, 'a')), /1\.0 MB/],
    ['a socket', listenAt, /not an ordinary file/],
    [
      'a named pipe',
      (path: string) => execFileSync('sh', ['-c', `mkfifo "${path}"`]),
      /not an ordinary file/,
    ],
  ])('says in one line what is wrong with %s', async (_, make, words) => {
    const message = await messageFor(make);
    expect(message).toMatch(words);
    expect(message).toMatch(/^x\.yaml: [^\n]+\.$/);
  });

  it('reads an empty file and one with a byte order mark as they are', async () => {
    const path = join(await temporaryFolder(), 'x.yaml');
    await writeFile(path, '');
    expect(await readText(path, 'x')).toMatchObject({ ok: true, value: { text: '' } });
    await writeFile(path, '\uFEFFtitle: ü\n');
    expect(await readText(path, 'x')).toMatchObject({ ok: true, value: { text: '\uFEFFtitle: ü\n' } });
  });
});
