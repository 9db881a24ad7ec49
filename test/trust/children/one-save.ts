import { createSessionJournal } from '../../../electron/service/session-journal.ts';
import { say } from './say.ts';
import { type Home, openStorage } from './storage.ts';

// Tries to note and to save one text under whatever limits the program was started with, and says how that went.
const { id, text, ...home } = JSON.parse(process.argv[2] ?? '') as Home & {
  readonly id: string;
  readonly text: string;
};
const { files, journals } = await openStorage(home);
const opened = await files.open(id);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { revision } = opened.value.ref;
const journal = createSessionJournal(journals, () => Date.now());
const base = opened.value.text;
const noted = await journal.note(files.folder, { id, text, revision, base });
const saved = await files.save(id, text, revision);
const created = await files.create('another.scenario.yaml', text);
say(JSON.stringify({ noted, saved, created }));
