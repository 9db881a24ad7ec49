import { createSessionJournal } from '../../../electron/service/session-journal.ts';
import { say } from './say.ts';
import { type Home, openStorage } from './storage.ts';

// Gives up the rights of the administrator, to whom no permission applies, then tries every way of writing.
const { id, user, ...home } = JSON.parse(process.argv[2] ?? '') as Home & {
  readonly id: string;
  readonly user: number | null;
};
if (user !== null) {
  process.setgroups?.([user]);
  process.setgid?.(user);
  process.setuid?.(user);
}
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
