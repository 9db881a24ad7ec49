import { realpath } from 'node:fs/promises';
import { basename, join, relative, sep } from 'node:path';
import { fail, ok } from '#shared/base/outcome.ts';
import type { OpenedScenario, ScenarioRef } from '#shared/contract/calls.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import { readLayout, writeLayout } from '../storage/layout-file.ts';
import type { Library, Result } from '../storage/library.ts';
import { readText } from '../storage/read-text.ts';
import { effectsOf, findFollowing } from './rename-effects.ts';
import { renameScenario } from './rename-scenario.ts';
import type { SessionContext } from './session-context.ts';

type ScenarioCall = Extract<keyof Handlers, `scenario.${string}` | `library.${string}`>;

const dismissed: Fault = { kind: 'cancelled' };

/** Makes the handlers of the library and its files. */
export function scenarioHandlers(context: SessionContext): Pick<Handlers, ScenarioCall> {
  const { library, shell } = context;
  /** Writes a text into a library, which the user may change meanwhile. */
  const write = async (id: string, text: string, how: (to: Library) => Result<ScenarioRef>) => {
    const to = library();
    await context.journal.handOver(to.folder, id, text);
    return context.followWrite(how(to));
  };
  return {
    'scenario.list': () => library().list(),
    'scenario.open': ({ id }) => library().open(id),
    'scenario.save': ({ id, text, basedOn }) => write(id, text, (to) => to.save(id, text, basedOn)),
    'scenario.create': ({ id, text }) => write(id, text, (to) => to.create(id, text)),
    'scenario.rename-effects': async ({ id, to }) => {
      const following = await findFollowing(library(), { from: id, to });
      return following.ok ? ok(effectsOf(following.value)) : following;
    },
    'scenario.rename': ({ id, to }) => renameScenario(library(), id, to),
    'scenario.remove': async ({ id }) => {
      const removed = await library().remove(id);
      return removed.ok ? ok({}) : removed;
    },
    'scenario.companions': async ({ id, text }) => {
      const files = await library().companions(id, text);
      return files.ok ? ok({ files: files.value }) : files;
    },
    'scenario.pick': async () => {
      const path = await shell.chooseFile(library().folder);
      return path === null ? fail(dismissed) : openOrAdd(library(), path);
    },
    'scenario.save-as': async ({ suggested, text }) => {
      const path = await shell.chooseTarget(join(library().folder, suggested));
      if (path === null) return fail(dismissed);
      const id = await idOf(library(), path);
      if (id === null) return fail(outside(library(), path));
      // The dialog has asked whether an existing file may be replaced.
      const there = await library().open(id);
      return there.ok
        ? write(id, text, (to) => to.save(id, text, there.value.ref.revision))
        : write(withSuffix(id), text, (to) => to.create(withSuffix(id), text));
    },
    'scenario.reveal': async ({ id }) => {
      const path = await library().pathOf(id);
      if (!path.ok) return path;
      shell.reveal(path.value);
      return ok({});
    },
    'library.layout': async () => ok({ layout: await readLayout(library().folder).catch(() => null) }),
    'library.keep-layout': async ({ layout }) => {
      const kept = await writeLayout(library().folder, layout);
      return kept.ok ? ok({}) : kept;
    },
    'library.import': ({ name, text }) => library().add(name, text),
    'library.choose': async () => {
      const folder = await shell.chooseFolder();
      if (folder === null) return fail(dismissed);
      const changed = await context.changeLibrary(folder);
      return changed.ok ? ok({ library: changed.value.name }) : changed;
    },
  };
}

/** Opens a file of the library, or copies one from elsewhere into it. */
export async function openOrAdd(library: Library, path: string): Result<OpenedScenario> {
  const id = await idOf(library, path);
  if (id !== null) return library.open(id);
  const file = await readText(path, basename(path));
  if (!file.ok) return file;
  const added = await library.add(basename(path), file.value.text);
  return added.ok ? ok({ ref: added.value, text: file.value.text }) : added;
}

/** Finds the id of a path inside the library; null for a path outside. */
async function idOf(library: Library, path: string): Promise<string | null> {
  const folder = await realpath(join(path, '..')).catch(() => join(path, '..'));
  const id = relative(library.folder, join(folder, basename(path)))
    .split(sep)
    .join('/');
  return id === '' || id.startsWith('../') || id.includes(':') ? null : id;
}

function outside(library: Library, path: string): Fault {
  const message =
    `${basename(path)} would lie outside the library folder “${library.name}”. ` +
    'Choose a place inside it, or make the other folder your library.';
  return { kind: 'refused', message };
}

function withSuffix(id: string): string {
  return /\.ya?ml$/.test(id) ? id : `${id}.scenario.yaml`;
}
