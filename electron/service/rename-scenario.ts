import { ok } from '#shared/base/outcome.ts';
import type { RenamedScenario, ScenarioRef } from '#shared/contract/calls.ts';
import type { Library, Result } from '../storage/library.ts';
import { findFollowing } from './rename-effects.ts';

/**
 * Renames a file and lets the files that name it follow. Each is saved like any other save: over the text that was read,
 * with its earlier text among the versions. One that cannot be saved is told, and the rename stands.
 */
export async function renameScenario(library: Library, id: string, to: string): Result<RenamedScenario> {
  const following = await findFollowing(library, { from: id, to });
  if (!following.ok) return following;
  const renamed = await library.rename(id, to);
  if (!renamed.ok) return renamed;
  const followed: ScenarioRef[] = [];
  const stuck = [...following.value.stuck];
  for (const { opened, text } of following.value.followers) {
    const now = opened.ref.id === id ? to : opened.ref.id;
    const saved = await library.save(now, text, opened.ref.revision);
    if (saved.ok) followed.push(saved.value);
    else stuck.push({ id: now, message: 'message' in saved.error ? saved.error.message : saved.error.kind });
  }
  return ok({ ref: renamed.value, followed, stuck });
}
