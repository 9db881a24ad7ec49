import { createSessionJournal } from '../../../electron/service/session-journal.ts';
import { numberedText } from '../support/numbered-text.ts';
import { say } from './say.ts';
import { type Home, openStorage } from './storage.ts';

// Notes one text after another in the journal, and says the number of each when the note has been answered.
const { id, first, ...home } = JSON.parse(process.argv[2] ?? '') as Home & {
  readonly id: string;
  readonly first: number;
};
const { files, journals } = await openStorage(home);
const journal = createSessionJournal(journals, () => Date.now());
say('ready');
for (let number = first; ; number += 1) {
  const text = numberedText(number);
  const noted = await journal.note(files.folder, { id, text, revision: null, base: '' });
  if (!noted.ok) throw new Error(JSON.stringify(noted.error));
  say(String(number));
}
