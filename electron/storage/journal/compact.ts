import { replaceIn } from '#shared/base/replacement.ts';
import type { ReadJournal } from './record.ts';

/** Bursts that stay when a journal has grown: as many steps as anyone takes back. */
const burstsKept = 500;
const charactersKept = 300_000;

/** Drops the older bursts of a journal: it then begins with the text they led to. */
export function compact(journal: Omit<ReadJournal, 'bytes'>): Omit<ReadJournal, 'bytes'> {
  const { bursts } = journal;
  let first = bursts.length;
  let characters = 0;
  while (first > 0 && bursts.length - first < burstsKept && characters < charactersKept) {
    first -= 1;
    characters += bursts[first]?.text.length ?? 0;
  }
  const text = bursts.slice(0, first).reduce(replaceIn, journal.beginning.text);
  return { ...journal, beginning: { ...journal.beginning, text }, bursts: bursts.slice(first) };
}
