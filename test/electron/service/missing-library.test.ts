import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createInlineRunner } from '../../../electron/engine/inline.ts';
import { createModelPerformers } from '../../../electron/engine/model-performers.ts';
import { assembleService } from '../../../electron/service/assemble.ts';
import { findPlaces, type PlaceChoices, type Places } from '../../../electron/service/places.ts';
import type { Session } from '../../../electron/service/service.ts';
import { shellWithoutDialogs } from '../../../electron/service/shell.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

let home: string;
let chosen: string;

/** A person who has chosen the folder `drive/deals` some other day. */
beforeEach(async () => {
  home = await temporaryFolder();
  vi.stubEnv('HOME', home);
  vi.stubEnv('USERPROFILE', home);
  onTestFinished(() => void vi.unstubAllEnvs());
  chosen = join(home, 'drive', 'deals');
  await mkdir(chosen, { recursive: true });
  await mkdir(join(home, 'memory'));
  await writeFile(join(home, 'memory', 'library.json'), JSON.stringify({ folder: chosen }));
});

const places = (choices: PlaceChoices = {}, environment: NodeJS.ProcessEnv = {}): Places =>
  findPlaces(home, { memory: join(home, 'memory'), ...choices }, environment);
const unplug = () => rename(join(home, 'drive'), join(home, 'unplugged'));

/** The window of a program that has just been started; its user chooses the folder `other` when asked. */
async function open(): Promise<Session> {
  const service = await assembleService({
    version: '0.0.0',
    places: places(),
    makeRunner: (reportDefect) => createInlineRunner(createModelPerformers(), reportDefect),
  });
  if (!service.ok) throw new Error(JSON.stringify(service.error));
  onTestFinished(() => service.value.close());
  const can = { fileDialogs: true, chooseFolder: true, revealFile: true, nativeMenu: true, download: true };
  const shell = shellWithoutDialogs('electron', can, async () => ({
    ok: false,
    error: { kind: 'cancelled' },
  }));
  return service.value.openSession(
    { ...shell, chooseFolder: async () => join(home, 'other') },
    () => undefined,
  );
}

const described = async ({ handlers }: Session) => {
  const app = await handlers['app.describe']({});
  if (!app.ok) throw new Error(JSON.stringify(app.error));
  return { library: app.value.library, missing: app.value.missingLibrary };
};

describe('a folder for scenarios that was chosen some other day', () => {
  it('is the library while it is there', async () => {
    expect(places()).toMatchObject({ library: chosen, missingLibrary: null });
    expect(await described(await open())).toEqual({ library: 'deals', missing: null });
  });

  it('gives way to the one in the home folder while it is not, is not made in its place, and stays chosen', async () => {
    await unplug();
    expect(places()).toMatchObject({ library: join(home, 'Offtake'), missingLibrary: chosen });
    expect(await described(await open())).toEqual({ library: 'Offtake', missing: 'deals' });
    expect(JSON.parse(await readFile(join(home, 'memory', 'library.json'), 'utf8'))).toEqual({
      folder: chosen,
    });
    await rename(join(home, 'unplugged'), join(home, 'drive'));
    expect(await described(await open())).toEqual({ library: 'deals', missing: null });
  });

  it('is missed where a file stands in its way too, and not any more once another is chosen', async () => {
    await unplug();
    await writeFile(join(home, 'drive'), 'a file');
    await mkdir(join(home, 'other'));
    const session = await open();
    expect(await described(session)).toEqual({ library: 'Offtake', missing: basename(chosen) });
    expect(await session.handlers['library.choose']({})).toMatchObject({ ok: true });
    expect(await described(session)).toEqual({ library: 'other', missing: null });
  });

  it('does not matter where another is asked for, by argument or environment', async () => {
    await unplug();
    const asked = join(home, 'asked');
    expect(places({ library: asked })).toMatchObject({ library: asked, missingLibrary: null });
    expect(places({}, { OFFTAKE_LIBRARY: asked })).toMatchObject({ library: asked, missingLibrary: null });
  });
});
