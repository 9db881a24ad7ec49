import type { RenamedScenario } from '#shared/contract/calls.ts';
import type { Documents } from './documents.ts';
import type { Notices } from './notices.ts';

/** What letting open texts follow a rename needs. */
export interface FollowRenameParts {
  readonly documents: Documents;
  readonly notices: Notices;
  readonly noteChange: (id: string, revision: string) => Promise<void>;
}

/**
 * Lets the texts on screen follow a rename: those whose files were rewritten are read again or joined, those that have no
 * file yet are rewritten here, and the user is told what else has changed and what could not.
 */
export async function followRenamed(
  { documents, notices, noteChange }: FollowRenameParts,
  from: string,
  { ref, followed, stuck }: RenamedScenario,
  isThere: (id: string) => boolean,
): Promise<void> {
  for (const { id, revision } of followed) await noteChange(id, revision);
  const unsaved = documents.store.getState().open.filter((document) => document.ref === null);
  if (unsaved.length > 0) {
    const { followRename } = await import('#shared/scenario/edit/follow-rename.ts');
    for (const { id, text } of unsaved) {
      const renamed = followRename({ id, text }, { from, to: ref.id }, isThere);
      if (renamed.ok && renamed.value.text !== text) documents.edit(id, renamed.value.text);
    }
  }
  const others = followed.map(({ id }) => id).filter((id) => id !== ref.id);
  if (others.length > 0)
    notices.say('renamed', `${listed(others)} now ${others.length > 1 ? 'name' : 'names'} it ${ref.id}.`);
  if (stuck.length > 0) {
    const why = stuck.map(({ id, message }) => `${id}: ${message}`).join(' ');
    notices.warn('renamed-not', {
      kind: 'refused',
      message: `Some files still name ${from}; change it there by hand. ${why}`,
    });
  }
}

/** Names a few and counts the rest. */
function listed(ids: readonly string[]): string {
  const shown = 3;
  const rest = ids.length - shown;
  return rest > 0 ? `${ids.slice(0, shown).join(', ')} and ${rest} more` : ids.join(', ');
}
