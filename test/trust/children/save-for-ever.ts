import { numberedText, numberOf } from '../support/numbered-text.ts';
import { say } from './say.ts';
import { type Home, openStorage } from './storage.ts';

// Saves one text after another into the same file, and says the number of each when the save has been answered.
const { id, ...home } = JSON.parse(process.argv[2] ?? '') as Home & { readonly id: string };
const { files } = await openStorage(home);
say('ready');
for (;;) {
  const opened = await files.open(id);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const next = (numberOf(opened.value.text) ?? 0) + 1;
  const saved = await files.save(id, numberedText(next), opened.value.ref.revision);
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  say(String(next));
}
