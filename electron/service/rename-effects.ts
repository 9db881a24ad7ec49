import { access } from 'node:fs/promises';
import { posix } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { OpenedScenario, RenameEffects } from '#shared/contract/calls.ts';
import { type FileRename, followRename, namedIds } from '#shared/scenario/edit/follow-rename.ts';
import type { Edit } from '#shared/scenario/edit/text-edit.ts';
import { lineEnd, lineStart } from '#shared/scenario/edit/text-edit.ts';
import type { Library, Result } from '../storage/library.ts';

/** A file that names the renamed one, with its text as it has to become. */
export interface Follower {
  /** What it was called before, which its names are understood from. */
  readonly id: string;
  readonly opened: OpenedScenario;
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** What has to follow a rename. */
export interface Following {
  readonly followers: readonly Follower[];
  /** Files whose names of others cannot be rewritten, and why. */
  readonly stuck: RenameEffects['stuck'];
}

/** Finds the files of a library that have to be rewritten when one of them is renamed, before that or after, so that all still find each other. */
export async function findFollowing(
  library: Library,
  renaming: FileRename,
  when: 'before' | 'after' = 'before',
): Result<Following> {
  const listed = await library.list();
  if (!listed.ok) return listed;
  const followers: Follower[] = [];
  const stuck: { id: string; message: string }[] = [];
  for (const { id: at } of listed.value) {
    const id = when === 'after' && at === renaming.to ? renaming.from : at;
    const found = await findFollower(library, { id, at }, renaming);
    if (found?.ok === false) stuck.push({ id: at, message: found.error });
    else if (found !== null) followers.push(found.value);
  }
  return ok({ followers, stuck });
}

/**
 * Reads a file and finds what must become of it, before the rename or after; says why where it cannot follow, null where
 * nothing changes. A file is read where it is at and its names are understood as from where it was.
 */
export async function findFollower(
  library: Library,
  file: { readonly id: string; readonly at: string },
  renaming: FileRename,
): Promise<Outcome<Follower, string> | null> {
  const opened = await library.open(file.at);
  if (!opened.ok || !mayBeTouched(file.id, opened.value.text, renaming)) return null;
  const { text, ref } = opened.value;
  const there = await existing(library, namedIds(file.id, text));
  const wasThere = (id: string): boolean => id === renaming.from || (id !== renaming.to && there.has(id));
  const followed = followRename({ id: file.id, text }, renaming, wasThere);
  if (!followed.ok) return fail(followed.error.message);
  if (followed.value.text === text) return null;
  return ref.isReadOnly
    ? fail('The file is read-only.')
    : ok({ id: file.id, opened: opened.value, ...followed.value });
}

/** Tells the lines that will change. */
export function effectsOf({ followers, stuck }: Following): RenameEffects {
  const changes = followers.flatMap(({ opened: { ref, text }, edits }) =>
    edits.map((edit) => {
      const [from, to] = [lineStart(text, edit.from), lineEnd(text, edit.to)];
      const after = text.slice(from, edit.from) + edit.insert + text.slice(edit.to, to);
      return { id: ref.id, before: text.slice(from, to), after };
    }),
  );
  return { changes, stuck };
}

/** A text without either name needs no parsing to know that nothing in it changes. */
function mayBeTouched(id: string, text: string, { from, to }: FileRename): boolean {
  return id === from || text.includes(posix.basename(from)) || text.includes(posix.basename(to));
}

async function existing(library: Library, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const there = new Set<string>();
  for (const id of new Set(ids)) {
    const path = await library.pathOf(id);
    const isThere =
      path.ok &&
      (await access(path.value).then(
        () => true,
        () => false,
      ));
    if (isThere) there.add(id);
  }
  return there;
}
