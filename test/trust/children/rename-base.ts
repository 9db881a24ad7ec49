import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { findFollowing } from '../../../electron/service/rename-effects.ts';
import { renameScenario } from '../../../electron/service/rename-scenario.ts';
import { dropRights } from './drop-rights.ts';
import { say } from './say.ts';
import { type Home, openStorage } from './storage.ts';

// Looks at what a rename will do, makes some files read-only, renames, and says how that went.
const { id, to, freezing, user, ...home } = JSON.parse(process.argv[2] ?? '') as Home & {
  readonly id: string;
  readonly to: string;
  /** Files of its own that it makes read-only after it has looked. */
  readonly freezing: readonly string[];
  readonly user: number | null;
};
dropRights(user);
const { files } = await openStorage(home);
const preview = await findFollowing(files, { from: id, to });
for (const file of freezing) await chmod(join(home.library, file), 0o444);
say(JSON.stringify({ preview, renamed: await renameScenario(files, id, to) }));
