import { chmod, chown, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { RenamedScenario } from '#shared/contract/calls.ts';
import { renameScenario } from '../../electron/service/rename-scenario.ts';
import { bundle } from '../support/bundle.ts';
import { randomWith } from '../support/mutate-text.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { openStorage } from './children/storage.ts';
import { startChild } from './support/child.ts';
import { times, tried } from './support/tried.ts';

const [base, renamed] = ['base.scenario.yaml', 'signed.scenario.yaml'];
/** A user without any rights, by the number most systems give it. */
const nobody = 65_534;

const on = (name: string, title = 'Variant'): string => `title: ${title}\nextends: ${name}\n`;

async function library(files: Readonly<Record<string, string>>) {
  const folder = await temporaryFolder();
  const places = { library: join(folder, 'library'), memory: join(folder, 'memory') };
  for (const place of [folder, places.library, places.memory]) {
    await mkdir(place, { recursive: true });
    await chmod(place, 0o777);
  }
  for (const [id, text] of Object.entries({ [base]: 'title: Base\n', ...files }))
    await writeFile(join(places.library, id), text);
  return { places, read: (id: string) => readFile(join(places.library, id), 'utf8').catch(() => null) };
}

/** Renames the base in a process to which permissions apply, whoever runs the test. */
async function renameAsAnyone(
  places: { readonly library: string; readonly memory: string },
  freezing: readonly string[],
) {
  const isAdministrator = process.getuid?.() === 0;
  const program = join(places.memory, 'program.mjs');
  await writeFile(program, await readFile(await bundle('test/trust/children/rename-base.ts')));
  const user = isAdministrator ? nobody : null;
  const child = startChild(program, { ...places, id: base, to: renamed, freezing, user });
  return JSON.parse(await child.said(/^\{/)) as {
    readonly preview: { readonly value: { readonly followers: readonly unknown[] } };
    readonly renamed: { readonly ok: boolean; readonly value: RenamedScenario };
  };
}

describe('a rename', () => {
  it('leaves what is read-only as it is and says so, whether that was known beforehand or not', async () => {
    const [fixed, late, free] = ['fixed.scenario.yaml', 'late.scenario.yaml', 'free.scenario.yaml'];
    const { places, read } = await library({ [fixed]: on(base), [late]: on(base), [free]: on(base) });
    for (const id of [late, free]) {
      await chmod(join(places.library, id), 0o644);
      if (process.getuid?.() === 0) await chown(join(places.library, id), nobody, nobody);
    }
    await chmod(join(places.library, fixed), 0o444);
    const went = await renameAsAnyone(places, [late]);
    expect(went.preview.value.followers).toHaveLength(2);
    expect(went.renamed.value.followed.map(({ id }) => id)).toEqual([free]);
    const stuck = went.renamed.value.stuck.map(({ id }) => id);
    let lost = went.renamed.ok && stuck.toSorted().join() === [fixed, late].join() ? 0 : 1;
    for (const [id, text] of [
      [renamed, 'title: Base\n'],
      [fixed, on(base)],
      [late, on(base)],
      [free, on(renamed)],
    ] as const)
      if ((await read(id)) !== text) lost += 1;
    tried({ what: 'rename: read-only files that name it', times: 2, lost });
  });

  it('takes all that name it along, and keeps what another program writes into them meanwhile', async () => {
    const ids = Array.from({ length: 12 }, (_, at) => `v${at}.scenario.yaml`);
    const random = randomWith(17);
    const count = times(8, 100);
    let lost = 0;
    for (let turn = 0; turn < count; turn += 1) {
      const { places, read } = await library(Object.fromEntries(ids.map((id) => [id, on(base)])));
      const { files } = await openStorage(places);
      // Another program writes files that name the base while the rename is under way; what it says must stay.
      let isOver = false;
      const written = new Map<string, string>();
      const writing = (async () => {
        while (!isOver) {
          const id = ids[Math.floor(random() * ids.length)] ?? '';
          const opened = await files.open(id);
          if (opened.ok) {
            const text = `${opened.value.text}# ${written.size}\n`;
            const saved = await files.save(id, text, opened.value.ref.revision);
            if (saved.ok) written.set(`${id} ${written.size}`, `# ${written.size}`);
          }
          await pause(random() * 4);
        }
      })();
      const went = await renameScenario(files, base, renamed);
      isOver = true;
      await writing;
      if (!went.ok || went.value.stuck.length > 0) lost += 1;
      for (const id of ids) {
        const text = (await read(id)) ?? '';
        if (!text.startsWith(on(renamed))) lost += 1;
        for (const [place, line] of written)
          if (place.startsWith(`${id} `) && !text.includes(`${line}\n`)) lost += 1;
      }
    }
    tried({ what: 'rename: files that name it, written meanwhile', times: count, lost });
  });

  it('that is killed leaves the base under one of its names, and every text whole', async () => {
    const ids = Array.from({ length: 6 }, (_, at) => `v${at}.scenario.yaml`);
    const { places, read } = await library(Object.fromEntries(ids.map((id) => [id, on(base, id)])));
    const program = await bundle('test/trust/children/rename-for-ever.ts');
    const random = randomWith(19);
    const count = times(6, 100);
    let lost = 0;
    for (let turn = 0; turn < count; turn += 1) {
      const child = startChild(program, { ...places, names: [base, renamed] });
      await child.said(/ready/);
      await pause(random() * 120);
      await child.kill();
      const there = [await read(base), await read(renamed)].filter((text) => text !== null);
      if (there.length === 0 || there.some((text) => text !== 'title: Base\n')) lost += 1;
      for (const id of ids) {
        const text = await read(id);
        if (text !== on(base, id) && text !== on(renamed, id)) lost += 1;
      }
      // As a person would put it right: one name for the base, and all texts on it.
      const { files } = await openStorage(places);
      if (there.length === 2) await files.remove(renamed);
      const now = (await read(base)) === null ? renamed : base;
      for (const id of ids) await writeFile(join(places.library, id), on(now, id));
    }
    tried({ what: 'kill -9 during a rename', times: count, lost });
  });
});
