import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeOutgoing } from '../../../electron/service/write-outgoing.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const file = { name: 'deck', mime: 'application/octet-stream', bytes: new Uint8Array([1, 2, 3]) };

it('puts a file where it belongs, over an older one', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'deck.pptx');
  await writeFile(path, 'old');
  const written = await writeOutgoing(path, file);
  expect(written).toEqual({
    ok: true,
    value: { name: 'deck.pptx', mime: file.mime, bytes: 3, download: null },
  });
  expect([...(await readFile(path))]).toEqual([1, 2, 3]);
  expect(await readdir(folder)).toEqual(['deck.pptx']);
});

it('says in words what stands in the way, and leaves what was there and nothing else', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'taken.pptx'));
  await writeFile(join(folder, 'taken.pptx', 'inside'), 'old');
  await writeFile(join(folder, 'plain'), 'old');
  const targets = [
    join(folder, 'taken.pptx'),
    join(folder, 'plain', 'deck.pptx'),
    join(folder, 'nowhere', 'deck.pptx'),
    // A file system that takes no files from anybody.
    '/proc/deck.pptx',
  ];
  for (const path of targets) {
    const written = await writeOutgoing(path, file);
    expect(written.ok, path).toBe(false);
    if (written.ok || !('message' in written.error)) throw new Error('a fault with words is expected');
    expect(written.error.message, path).toMatch(/(?:taken|deck)\.pptx/);
    expect(written.error.message.length, path).toBeGreaterThan(20);
  }
  const nowhere = await writeOutgoing(join(folder, 'nowhere', 'deck.pptx'), file);
  expect(nowhere).toMatchObject({ error: { message: expect.stringContaining('folder it should go into') } });
  expect((await readdir(folder)).sort()).toEqual(['plain', 'taken.pptx']);
  expect(await readFile(join(folder, 'taken.pptx', 'inside'), 'utf8')).toBe('old');
  expect(await readFile(join(folder, 'plain'), 'utf8')).toBe('old');
});
