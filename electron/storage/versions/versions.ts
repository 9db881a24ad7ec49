import { createHash } from 'node:crypto';
import { readdir, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { VersionCause } from '#shared/contract/safety.ts';
import { atomicWrite } from '../atomic-write.ts';
import { codeOf } from '../file-fault.ts';
import { makeFolder } from '../make-folder.ts';
import { revisionOf } from '../revision.ts';
import { createSequence } from '../sequence.ts';
import { versionsToDrop } from './thin-versions.ts';
import { decodeVersion, encodeVersion, readVersionHead, type VersionHead } from './version-file.ts';

/** A version of a file by its number, which only grows. */
export interface FoundVersion extends VersionHead {
  readonly number: number;
}

/** Why a version was made, and how it is called. */
export interface VersionNote {
  readonly cause: VersionCause;
  readonly at: number;
  readonly name: string | null;
}

/** Earlier texts of the files of all libraries. They are copies: the files themselves stay plain files of the user. */
export interface Versions {
  /** Keeps a text, unless it is the latest kept already; a name is then put on that one. Thins the older ones. */
  readonly keep: (library: string, id: string, text: string, note: VersionNote) => Promise<FoundVersion>;
  /** The versions of a file, the latest first. */
  readonly list: (library: string, id: string) => Promise<readonly FoundVersion[]>;
  readonly read: (library: string, id: string, number: number) => Promise<string | null>;
  /** Names a version, which keeps it for ever, or takes its name away; false where there is none. */
  readonly name: (library: string, id: string, number: number, name: string | null) => Promise<boolean>;
  /** Lets the versions of a file follow its new name. */
  readonly move: (library: string, id: string, to: string) => Promise<void>;
}

const extension = '.version';
const digits = 10;

/** Opens the folder of the versions, which need not be there yet. */
export function openVersions(folder: string): Versions {
  const inSequence = createSequence();
  const placeOf = (library: string, id: string): string => join(folder, hash(library), hash(id));

  async function keep(library: string, id: string, text: string, note: VersionNote): Promise<FoundVersion> {
    const place = placeOf(library, id);
    const there = await listIn(place);
    const [latest] = there;
    if (latest?.revision === revisionOf(Buffer.from(text))) {
      if (note.name === null || note.name === latest.name) return latest;
      await nameIn(place, latest.number, note.name);
      return { ...latest, name: note.name };
    }
    const number = (latest?.number ?? 0) + 1;
    await makeFolder(place);
    const bytes = encodeVersion({ id, ...note }, text);
    await atomicWrite(pathIn(place, number), bytes);
    const head = await readVersionHead(pathIn(place, number));
    if (head === null) throw new Error('a version that was just written cannot be read');
    const made = { ...head, number };
    await thin(place, [made, ...there], note.at);
    return made;
  }

  return {
    keep: (library, id, text, note) => inSequence(() => keep(library, id, text, note)),
    list: (library, id) => inSequence(() => listIn(placeOf(library, id))),
    read: async (library, id, number) => (await readIn(placeOf(library, id), number))?.text ?? null,
    name: (library, id, number, name) => inSequence(() => nameIn(placeOf(library, id), number, name)),
    move: (library, id, to) => inSequence(() => moveAll(placeOf(library, id), placeOf(library, to))),
  };
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

function pathIn(place: string, number: number): string {
  return join(place, String(number).padStart(digits, '0') + extension);
}

async function numbersIn(place: string): Promise<readonly number[]> {
  const names = await readdir(place).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
  return names
    .filter((name) => /^\d+\.version$/.test(name))
    .map((name) => Number.parseInt(name, 10))
    .sort((a, b) => b - a);
}

async function listIn(place: string): Promise<readonly FoundVersion[]> {
  const found = await Promise.all(
    (await numbersIn(place)).map(async (number) => {
      const head = await readVersionHead(pathIn(place, number));
      return head === null ? null : { ...head, number };
    }),
  );
  return found.filter((version) => version !== null);
}

async function readIn(place: string, number: number): Promise<ReturnType<typeof decodeVersion>> {
  const bytes = await readFile(pathIn(place, number)).catch(() => null);
  return bytes === null ? null : decodeVersion(bytes);
}

async function nameIn(place: string, number: number, name: string | null): Promise<boolean> {
  const version = await readIn(place, number);
  if (version === null) return false;
  await atomicWrite(pathIn(place, number), encodeVersion({ ...version.head, name }, version.text));
  return true;
}

async function thin(place: string, versions: readonly FoundVersion[], now: number): Promise<void> {
  const dated = versions.map(({ number, at, name }) => ({ number, at, isNamed: name !== null }));
  for (const { number } of versionsToDrop(dated, now))
    await unlink(pathIn(place, number)).catch(() => undefined);
}

/** Puts the versions of one place behind those of another, or in their place where there are none. */
async function moveAll(from: string, to: string): Promise<void> {
  const numbers = await numbersIn(from);
  if (numbers.length === 0) return;
  const [latest = 0] = await numbersIn(to);
  await makeFolder(to);
  for (const number of [...numbers].reverse())
    await rename(pathIn(from, number), pathIn(to, latest + number));
}
