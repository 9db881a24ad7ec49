import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, it } from 'vitest';
import { bundle } from '../support/bundle.ts';
import { randomWith } from '../support/mutate-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openStorage } from './children/storage.ts';
import { type Child, startChild } from './support/child.ts';
import { numberedText, numberOf } from './support/numbered-text.ts';
import { times, tried } from './support/tried.ts';

const id = 'deal.scenario.yaml';
/** Long enough for a dozen saves, so that the moments fall on every step of one. */
const longestLife = 120;

async function home() {
  const folder = await temporaryFolder();
  const places = { library: join(folder, 'library'), memory: join(folder, 'memory') };
  await mkdir(places.library);
  await writeFile(join(places.library, id), numberedText(0));
  return places;
}

/** Lets a child work for a random while and kills it; gives the last number it has said. */
async function killAtRandom(child: Child, random: () => number): Promise<number> {
  await child.said(/ready/);
  await pause(random() * longestLife);
  await child.kill();
  return Math.max(0, ...child.lines.filter((line) => /^\d+$/.test(line)).map(Number));
}

describe('kill -9', () => {
  it('during saves leaves the old text or the new one, whole, and none that was answered is lost', async () => {
    const program = await bundle('test/trust/children/save-for-ever.ts');
    const places = await home();
    const random = randomWith(41);
    const count = times(12, 200);
    let lost = 0;
    let acknowledged = 0;
    for (let turn = 0; turn < count; turn += 1) {
      const child = startChild(program, { ...places, id });
      acknowledged = Math.max(acknowledged, await killAtRandom(child, random));
      const { files, versions } = await openStorage(places);
      const opened = await files.open(id);
      const number = opened.ok ? numberOf(opened.value.text) : null;
      if (number === null || number < acknowledged) lost += 1;
      for (const { number: version } of await versions.list(files.folder, id)) {
        const text = await versions.read(files.folder, id, version);
        if (text === null || numberOf(text) === null) lost += 1;
      }
    }
    const listed = (await readdir(places.library)).filter((name) => !name.startsWith('.'));
    if (listed.length !== 1) lost += 1;
    tried({ what: 'kill -9 during saves', times: count, lost, note: `${acknowledged} saves answered` });
  });

  it('during journal writes loses nothing that was answered', async () => {
    const program = await bundle('test/trust/children/note-for-ever.ts');
    const places = await home();
    const random = randomWith(43);
    const count = times(12, 200);
    let lost = 0;
    let first = 1;
    for (let turn = 0; turn < count; turn += 1) {
      const child = startChild(program, { ...places, id, first });
      const acknowledged = await killAtRandom(child, random);
      const { files, journals } = await openStorage(places);
      const [left] = await journals.list(files.folder);
      const number = left === undefined ? 0 : (numberOf(left.text) ?? -1);
      if (number < acknowledged || left?.isInUse === true) lost += 1;
      for (const one of await journals.list(files.folder)) await journals.remove(one.key);
      first = Math.max(first, acknowledged + 1);
    }
    tried({ what: 'kill -9 during journal writes', times: count, lost, note: `${first - 1} notes answered` });
  });
});
