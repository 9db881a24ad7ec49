import { access } from 'node:fs/promises';
import { posix } from 'node:path';
import { ok } from '#shared/base/outcome.ts';
import type { OpenedScenario, RenameEffects } from '#shared/contract/calls.ts';
import { type FileRename, followRename, namedIds } from '#shared/scenario/edit/follow-rename.ts';
import type { Edit } from '#shared/scenario/edit/text-edit.ts';
import { lineEnd, lineStart } from '#shared/scenario/edit/text-edit.ts';
import type { Library, Result } from '../storage/library.ts';

/** A file that names the renamed one, with its text as it has to become. */
interface Follower {
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

/** Finds the files of a library that have to be rewritten when one of them is renamed, so that all still find each other. */
export async function findFollowing(library: Library, renaming: FileRename): Result<Following> {
  const listed = await library.list();
  if (!listed.ok) return listed;
  const followers: Follower[] = [];
  const stuck: { id: string; message: string }[] = [];
  for (const { id } of listed.value) {
    const opened = await library.open(id);
    if (!opened.ok || !mayBeTouched(opened.value, renaming)) continue;
    const { text } = opened.value;
    const there = await existing(library, [renaming.from, ...namedIds(id, text)]);
    const followed = followRename({ id, text }, renaming, (one) => there.has(one));
    if (!followed.ok) stuck.push({ id, message: followed.error.message });
    else if (followed.value.text !== text) {
      if (opened.value.ref.isReadOnly) stuck.push({ id, message: 'The file is read-only.' });
      else followers.push({ opened: opened.value, ...followed.value });
    }
  }
  return ok({ followers, stuck });
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
function mayBeTouched({ ref, text }: OpenedScenario, { from, to }: FileRename): boolean {
  return ref.id === from || text.includes(posix.basename(from)) || text.includes(posix.basename(to));
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
