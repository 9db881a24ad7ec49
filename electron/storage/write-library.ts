import { access, constants } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fail, ok } from '#shared/base/outcome.ts';
import type { ScenarioRef } from '#shared/contract/calls.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { atomicCreate, atomicWrite } from './atomic-write.ts';
import { containedPath } from './contained-path.ts';
import { codeOf, fileFault } from './file-fault.ts';
import { keepStyle } from './keep-style.ts';
import type { Library, Result } from './library.ts';
import { makeFolder } from './make-folder.ts';
import { moveFile } from './move-file.ts';
import { readRef } from './read-library.ts';
import { readText } from './read-text.ts';
import { revisionOf } from './revision.ts';
import { createSequence } from './sequence.ts';

const trashFolder = '.trash';
const copyLimit = 1_000;

type Writing = Pick<Library, 'save' | 'create' | 'add' | 'rename' | 'remove'>;

/** Makes the writing half of a library. Writes follow one another, so that a check and its write are not parted. */
export function writeLibrary(folder: string): Writing {
  const inSequence = createSequence();
  return {
    save: (id, text, basedOn) => inSequence(() => save(folder, id, text, basedOn)),
    create: (id, text) => inSequence(() => create(folder, id, text)),
    add: (name, text) => inSequence(() => add(folder, name, text)),
    rename: (id, to) => inSequence(() => rename(folder, id, to)),
    remove: (id) => inSequence(() => remove(folder, id)),
  };
}

async function save(folder: string, id: string, text: string, basedOn: string): Result<ScenarioRef> {
  const path = await containedPath(folder, id);
  if (!path.ok) return path;
  const old = await readText(path.value, id);
  if (!old.ok) return old;
  const current = revisionOf(old.value.bytes);
  if (current !== basedOn) {
    const message = `${id} has been changed by another program since it was opened. Compare the two before saving over it.`;
    return fail({ kind: 'conflict', current, message });
  }
  try {
    await access(path.value, constants.W_OK);
    await atomicWrite(path.value, Buffer.from(keepStyle(text, old.value.text)));
  } catch (error) {
    return fail(fileFault(error, id));
  }
  return readRef(folder, id);
}

async function create(folder: string, id: string, text: string): Result<ScenarioRef> {
  const name = checkSuffix(id);
  if (name !== null) return fail(name);
  const path = await containedPath(folder, id);
  if (!path.ok) return path;
  try {
    await makeFolder(dirname(path.value));
    await atomicCreate(path.value, Buffer.from(text));
  } catch (error) {
    return codeOf(error) === 'EEXIST' ? fail(await taken(folder, id)) : fail(fileFault(error, id));
  }
  return readRef(folder, id);
}

async function add(folder: string, name: string, text: string): Result<ScenarioRef> {
  const stem = name.replace(/(\.scenario)?\.ya?ml$/, '');
  for (let copy = 1; copy <= copyLimit; copy += 1) {
    const id = `${stem}${copy === 1 ? '' : `-${copy}`}.scenario.yaml`;
    const created = await create(folder, id, text);
    if (created.ok || created.error.kind !== 'conflict') return created;
  }
  return fail({
    kind: 'refused',
    message: `There are ${copyLimit} files named ${stem} already. Choose another name.`,
  });
}

async function rename(folder: string, id: string, to: string): Result<ScenarioRef> {
  const suffix = checkSuffix(to);
  if (suffix !== null) return fail(suffix);
  const from = await containedPath(folder, id);
  if (!from.ok) return from;
  const target = await containedPath(folder, to);
  if (!target.ok) return target;
  try {
    await makeFolder(dirname(target.value));
    await moveFile(from.value, target.value);
  } catch (error) {
    return codeOf(error) === 'EEXIST' ? fail(await taken(folder, to)) : fail(fileFault(error, id));
  }
  return readRef(folder, to);
}

async function remove(folder: string, id: string): Result<void> {
  const path = await containedPath(folder, id);
  if (!path.ok) return path;
  const moment = new Date().toISOString().replaceAll(':', '-');
  const grave = join(folder, trashFolder, moment, ...id.split('/'));
  try {
    await makeFolder(dirname(grave));
    await moveFile(path.value, grave);
    return ok(undefined);
  } catch (error) {
    return fail(fileFault(error, id));
  }
}

/** Refuses a name that the library would not list again. */
function checkSuffix(id: string): Fault | null {
  if (/\.ya?ml$/.test(id)) return null;
  return { kind: 'refused', message: `“${id}” must end in .scenario.yaml, so that the library lists it.` };
}

async function taken(folder: string, id: string): Promise<Fault> {
  const there = await readRef(folder, id);
  const message = `There is a file named ${id} already. Choose another name, or open that one.`;
  return { kind: 'conflict', current: there.ok ? there.value.revision : '', message };
}
