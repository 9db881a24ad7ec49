import { renameScenario } from '../../../electron/service/rename-scenario.ts';
import { say } from './say.ts';
import { type Home, openStorage } from './storage.ts';

// Renames a base to and fro with all that names it, and says each name when the rename has been answered.
const { names, ...home } = JSON.parse(process.argv[2] ?? '') as Home & {
  readonly names: readonly [string, string];
};
const { files } = await openStorage(home);
const listed = await files.list();
const ids = listed.ok ? listed.value.map((ref) => ref.id) : [];
let [from, to] = ids.includes(names[0]) ? names : [names[1], names[0]];
say('ready');
for (;;) {
  const renamed = await renameScenario(files, from, to);
  if (!renamed.ok) throw new Error(JSON.stringify(renamed.error));
  say(`at ${to}`);
  [from, to] = [to, from];
}
