import { createSessionJournal } from '../../../electron/service/session-journal.ts';
import { dropRights } from './drop-rights.ts';
import { say } from './say.ts';
import { type Home, openStorage } from './storage.ts';

// Tries every way of writing, as somebody to whom permissions apply.
const { id, user, ...home } = JSON.parse(process.argv[2] ?? '') as Home & {
  readonly id: string;
  readonly user: number | null;
};
dropRights(user);
const { files, journals } = await openStorage(home);
const opened = await files.open(id);
if (!opened.ok) throw new Error(JSON.stringify(opened.error));
const { revision, isReadOnly } = opened.value.ref;
const journal = createSessionJournal(journals, () => Date.now());
const text = 'title: changed\n';
say(
  JSON.stringify({
    isReadOnly,
    noted: await journal.note(files.folder, { id, text, revision, base: opened.value.text }),
    saved: await files.save(id, text, revision),
    created: await files.create('another.scenario.yaml', text),
    added: await files.add('another', text),
    renamed: await files.rename(id, 'renamed.scenario.yaml'),
    removed: await files.remove(id),
  }),
);
