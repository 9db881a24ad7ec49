import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EditHistory } from '#shared/base/edit-history.ts';
import { openHistories } from '../../../../electron/storage/history/histories.ts';
import { arbitraryHistory } from '../../../support/arbitrary-history.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

const library = '/library';
const id = 'a.scenario.yaml';

function historyOf(text: string): EditHistory {
  return {
    text,
    past: [{ from: 0, removed: '', inserted: text, continues: false, when: 1 }],
    future: [],
  };
}

async function onlyFile(folder: string): Promise<string> {
  const [place = ''] = await readdir(folder);
  const [name = ''] = await readdir(join(folder, place));
  return join(folder, place, name);
}

describe('histories', () => {
  it('gives back whatever was kept, to whoever opens them next', async () => {
    const folder = await temporaryFolder();
    const histories = openHistories(folder);
    await fc.assert(
      fc.asyncProperty(arbitraryHistory, async (history) => {
        await histories.keep(library, id, history);
        const isNothing = history.past.length + history.future.length === 0;
        expect(await openHistories(folder).read(library, id)).toEqual(isNothing ? null : history);
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it('takes one that is cut off or damaged anywhere as none', async () => {
    const folder = await temporaryFolder();
    const histories = openHistories(folder);
    await histories.keep(library, id, historyOf('up to 5 GW, “as signed”'));
    const path = await onlyFile(folder);
    const whole = await readFile(path);
    for (let at = 0; at < whole.length - 1; at += 1) {
      await writeFile(path, whole.subarray(0, at));
      expect(await histories.read(library, id)).toBeNull();
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      await writeFile(path, damaged);
      expect(await histories.read(library, id)).toBeNull();
    }
    await histories.keep(library, id, historyOf('anew'));
    expect(await histories.read(library, id)).toEqual(historyOf('anew'));
  });

  it('keeps the files of one library from those of another, and each by its name', async () => {
    const histories = openHistories(await temporaryFolder());
    await histories.keep(library, id, historyOf('one'));
    await histories.keep('/other', id, historyOf('two'));
    await histories.move(library, id, 'b.scenario.yaml');
    expect(await histories.read(library, id)).toBeNull();
    expect(await histories.read(library, 'b.scenario.yaml')).toEqual(historyOf('one'));
    expect(await histories.read('/other', id)).toEqual(historyOf('two'));
    await histories.remove('/other', id);
    expect(await histories.read('/other', id)).toBeNull();
  });

  it('holds at most two hundred of a library', async () => {
    const folder = await temporaryFolder();
    const histories = openHistories(folder);
    for (let file = 0; file < 205; file += 1)
      await histories.keep(library, `${file}.scenario.yaml`, historyOf('x'));
    const [place = ''] = await readdir(folder);
    expect(await readdir(join(folder, place))).toHaveLength(200);
    expect(await histories.read(library, '204.scenario.yaml')).toEqual(historyOf('x'));
  });
});
