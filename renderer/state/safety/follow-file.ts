import type { OpenedScenario } from '#shared/contract/calls.ts';
import type { Host } from '#shared/contract/host.ts';
import type { Documents } from '../documents.ts';
import type { Notices } from '../notices.ts';
import { reconcile } from './reconcile.ts';

/** What following a file needs. */
export interface FollowParts {
  readonly host: Host;
  readonly documents: Documents;
  readonly notices: Notices;
}

/** The mark of a document whose file is no longer there. */
export const gone = 'gone';

/**
 * Lets an open document follow its file after news of it: the file's text is taken where nothing is unsaved, joined with
 * what is where the two do not meet, and otherwise the document is marked for the user to decide. A file that is gone or
 * emptied never takes the text on screen with it.
 */
export async function followFile(parts: FollowParts, id: string, revision: string | null): Promise<void> {
  const { host, documents, notices } = parts;
  const known = documents.find(id);
  if (!known || (known.ref?.revision === revision && known.outsideRevision === null)) return;
  if (revision === null) return documents.noteOutside(id, gone);
  const reply = await host.call('scenario.open', { id });
  if (!reply.ok) {
    if (reply.error.kind === 'not-found') documents.noteOutside(id, gone);
    else notices.warn(`file:${id}`, reply.error);
    return;
  }
  // The text may have gone on while the file was read.
  const document = documents.find(id);
  if (!document) return;
  const answer = reconcile(document, reply.value.text);
  if (answer.kind === 'ask') return documents.noteOutside(id, reply.value.ref.revision);
  if (answer.kind === 'merge') {
    putTogether(documents, reply.value, answer.text);
    return notices.say(`file:${id}`, `${id} changed on disk; its changes were joined with yours.`);
  }
  const isSame = document.text === reply.value.text;
  if (isSame) putTogether(documents, reply.value, document.text);
  else {
    documents.reload(reply.value);
    notices.say(`file:${id}`, `${id} changed on disk and was read again.`);
  }
}

/** Gives a document another text over the file as it is now: what differs from the file is unsaved. */
export function putTogether(
  documents: Documents,
  { ref, text: savedText }: OpenedScenario,
  text: string,
): void {
  documents.store.setState((state) => ({
    open: state.open.map((one) =>
      one.id === ref.id
        ? {
            ...one,
            ref,
            savedText,
            text,
            edit: one.text === text ? one.edit : one.edit + 1,
            outsideRevision: null,
            isReadOnly: ref.isReadOnly,
          }
        : one,
    ),
  }));
}
