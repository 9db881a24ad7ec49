import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openWindow, ownPlaces, startService } from '../../trust/support/window.ts';

/** A window on a library of the given files. */
async function library(files: Readonly<Record<string, string>>) {
  const places = await ownPlaces();
  const write = (id: string, text: string): Promise<void> => writeFile(join(places.library, id), text);
  for (const [id, text] of Object.entries(files)) await write(id, text);
  const { host } = openWindow(await startService(places));
  const read = (id: string): Promise<string> => readFile(join(places.library, id), 'utf8');
  return { host, read, write };
}

const [a, b, renamed] = ['a.scenario.yaml', 'b.scenario.yaml', 'c.scenario.yaml'];
const on = (base: string): string => `title: Twin\nextends: ${base}\n`;

describe('a rename in a library with faults', () => {
  it('goes round a ring once, and leaves it a ring', async () => {
    const { host, read } = await library({ [a]: on(b), [b]: on(a) });
    expect(await host.call('scenario.rename', { id: a, to: renamed })).toMatchObject({
      ok: true,
      value: { stuck: [] },
    });
    expect(await read(renamed)).toBe(on(b));
    expect(await read(b)).toBe(on(renamed));
  });

  it('follows itself where a file builds on itself', async () => {
    const { host, read } = await library({ [a]: on(a) });
    expect(await host.call('scenario.rename', { id: a, to: renamed })).toMatchObject({
      ok: true,
      value: { stuck: [] },
    });
    expect(await read(renamed)).toBe(on(renamed));
  });

  it('goes by the names of files, not by titles that two of them share', async () => {
    const files = { [a]: 'title: Twin\n', [b]: 'title: Twin\n', 'of-b.scenario.yaml': on(b) };
    const { host, read } = await library(files);
    expect(await host.call('scenario.rename', { id: a, to: renamed })).toMatchObject({
      ok: true,
      value: { followed: [], stuck: [] },
    });
    expect(await read('of-b.scenario.yaml')).toBe(on(b));
  });

  it('keeps what another program wrote between the preview and the rename', async () => {
    const { host, read, write } = await library({ [a]: 'title: Base\n', [b]: on(a) });
    expect(await host.call('scenario.rename-effects', { id: a, to: renamed })).toMatchObject({ ok: true });
    await write(b, `# from elsewhere\n${on(a)}seed: 8\n`);
    expect(await host.call('scenario.rename', { id: a, to: renamed })).toMatchObject({
      ok: true,
      value: { stuck: [] },
    });
    expect(await read(b)).toBe(`# from elsewhere\n${on(renamed)}seed: 8\n`);
  });
});
