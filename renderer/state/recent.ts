import type { ScenarioRef } from '#shared/contract/calls.ts';
import type { OpenDocument } from './documents.ts';

const shownAtMost = 5;

/** The files that were open last and still are there, the latest first; those that are open have a tab already. */
export function recentRefs(
  recent: readonly string[],
  refs: readonly ScenarioRef[],
  open: readonly Pick<OpenDocument, 'id'>[],
): readonly ScenarioRef[] {
  return recent
    .filter((id) => !open.some((document) => document.id === id))
    .flatMap((id) => refs.find((ref) => ref.id === id) ?? [])
    .slice(0, shownAtMost);
}
