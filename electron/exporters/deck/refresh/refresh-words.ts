import { objectName, plainWords, wordsMark } from '../object-name.ts';
import { joined, type SlideWords } from '../slide-words.ts';
import type { DeckObject } from './find-objects.ts';
import type { Refreshed } from './refresh-object.ts';
import { readParagraphs, writeParagraphs } from './words.ts';

/** Parts of a slide that are words. */
export type WordPart = 'title' | 'topic' | 'footnote' | 'note';

/** Says whether a part of a slide is words. */
export function isWordPart(part: string): part is WordPart {
  return part === 'title' || part === 'topic' || part === 'footnote' || part === 'note';
}

/** Replaces words, unless somebody changed them by hand since they were written: then they stay. */
export function refreshWords(object: DeckObject, part: WordPart, words: SlideWords): Refreshed {
  const now = words[part];
  const old = joined(readParagraphs(object.element));
  if (now.length === 0 || plainWords(old) === plainWords(joined(now))) return { kind: 'same' };
  const [mark] = object.marks;
  if (mark !== undefined && wordsMark(old) !== mark) return { kind: 'kept', words: old };
  writeParagraphs(object.element, now);
  object.head.setAttribute(
    'name',
    objectName(object.page, part, ...(part === 'footnote' ? [] : [joined(now)])),
  );
  return { kind: 'moved', moves: [{ what: part, from: old, to: joined(now) }] };
}

/** Marks the main object of a slide with the words it has now; the mark of words that were kept stays as it was. */
export function markMain(main: DeckObject, words: SlideWords, isKept: (part: WordPart) => boolean): void {
  const [title, note] = main.marks;
  const mark = (part: 'title' | 'note', before: string | undefined) =>
    isKept(part) && before !== undefined ? before : wordsMark(joined(words[part]));
  main.head.setAttribute(
    'name',
    `${objectName(main.page, main.part)}~${mark('title', title)}~${mark('note', note)}`,
  );
}
