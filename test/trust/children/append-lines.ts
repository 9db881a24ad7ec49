import { say } from './say.ts';
import { type Home, openStorage } from './storage.ts';

// Adds lines of its own to a file that others add to as well, as a person would: reads, saves, and reads anew on a conflict.
const { id, name, count, ...home } = JSON.parse(process.argv[2] ?? '') as Home & {
  readonly id: string;
  readonly name: string;
  readonly count: number;
};
const { files } = await openStorage(home);
let conflicts = 0;
for (let line = 0; line < count; ) {
  const opened = await files.open(id);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { ref, text } = opened.value;
  const saved = await files.save(id, `${text}${name}-${line}: 1\n`, ref.revision);
  if (saved.ok) line += 1;
  else if (saved.error.kind === 'conflict') conflicts += 1;
  else throw new Error(JSON.stringify(saved.error));
}
say(`conflicts ${conflicts}`);
