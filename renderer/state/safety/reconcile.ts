import { isDirty, type OpenDocument } from '../documents.ts';
import { mergeTexts } from './merge-texts.ts';

/** What to do with a text on screen whose file has changed: nothing, take the file, take both, or ask. */
export type Reconciled =
  | { readonly kind: 'take' }
  | { readonly kind: 'merge'; readonly text: string }
  | { readonly kind: 'ask' };

/** Decides how a text on screen follows its file. Nothing the user wrote ever goes by itself. */
export function reconcile(document: OpenDocument, theirs: string): Reconciled {
  const { text, savedText } = document;
  if (sameWords(text, theirs)) return { kind: 'take' };
  // An emptied file is more often an accident (a full disk, a killed program) than a wish.
  if (theirs.trim() === '' && text.trim() !== '') return { kind: 'ask' };
  if (!isDirty(document)) return { kind: 'take' };
  const merged = document.ref === null ? null : mergeTexts(savedText, text, theirs);
  return merged === null ? { kind: 'ask' } : { kind: 'merge', text: merged };
}

function sameWords(a: string, b: string): boolean {
  return a === b || a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n');
}
