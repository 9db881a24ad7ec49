import { ok } from '#shared/base/outcome.ts';
import type { RenamedScenario, ScenarioRef } from '#shared/contract/calls.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { FileRename } from '#shared/scenario/edit/follow-rename.ts';
import type { Library, Result } from '../storage/library.ts';
import { type Follower, findFollower, findFollowing } from './rename-effects.ts';

/** A file that another program writes without end is left to it in the end. */
const attempts = 5;

/**
 * Renames a file and lets the files that name it follow. They are looked for once it has its new name, so that what came
 * or changed since they were shown follows too. Each is saved like any other save: over the text that was read, with its
 * earlier text among the versions. One that cannot be saved is told, and the rename stands.
 */
export async function renameScenario(library: Library, id: string, to: string): Result<RenamedScenario> {
  const renaming = { from: id, to };
  const renamed = await library.rename(id, to);
  if (!renamed.ok) return renamed;
  const following = await findFollowing(library, renaming, 'after');
  if (!following.ok)
    return ok({ ref: renamed.value, followed: [], stuck: [{ id: to, message: wordsOf(following.error) }] });
  const followed: ScenarioRef[] = [];
  const stuck = [...following.value.stuck];
  for (const follower of following.value.followers) {
    const saved = await follow(library, follower, renaming);
    if (typeof saved === 'string') stuck.push({ id: follower.opened.ref.id, message: saved });
    else if (saved !== null) followed.push(saved);
  }
  return ok({ ref: renamed.value, followed, stuck });
}

/**
 * Saves what has become of a file, anew where another program has written it meanwhile; says why where that fails, null
 * where it needs nothing any more.
 */
async function follow(
  library: Library,
  first: Follower,
  renaming: FileRename,
): Promise<ScenarioRef | string | null> {
  const { id } = first;
  const at = first.opened.ref.id;
  let follower = first;
  for (let attempt = 1; ; attempt += 1) {
    const saved = await library.save(at, follower.text, follower.opened.ref.revision);
    if (saved.ok) return saved.value;
    if (saved.error.kind !== 'conflict' || attempt === attempts) return wordsOf(saved.error);
    const found = await findFollower(library, { id, at }, renaming);
    if (found === null) return null;
    if (!found.ok) return found.error;
    follower = found.value;
  }
}

function wordsOf(fault: Fault): string {
  return 'message' in fault ? fault.message : fault.kind;
}
