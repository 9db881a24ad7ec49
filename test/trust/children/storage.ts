import { join } from 'node:path';
import { safeLibrary } from '../../../electron/service/safe-library.ts';
import { openHistories } from '../../../electron/storage/history/histories.ts';
import { type Journals, openJournals } from '../../../electron/storage/journal/journals.ts';
import { type Library, openLibrary } from '../../../electron/storage/library.ts';
import { openVersions, type Versions } from '../../../electron/storage/versions/versions.ts';

/** Where a child keeps what. */
export interface Home {
  readonly library: string;
  readonly memory: string;
}

/** Opens the storage of the program as it stands behind every door. */
export async function openStorage({
  library,
  memory,
}: Home): Promise<{ readonly files: Library; readonly journals: Journals; readonly versions: Versions }> {
  const opened = await openLibrary(library);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const versions = openVersions(join(memory, 'versions'));
  const files = safeLibrary(opened.value, {
    versions,
    histories: openHistories(join(memory, 'histories')),
    locks: join(memory, 'locks'),
    now: () => Date.now(),
    reportLoss: () => undefined,
  });
  return { files, journals: openJournals(join(memory, 'journal')), versions };
}
