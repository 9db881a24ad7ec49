import type { Events } from '#shared/contract/events.ts';
import type { EventName } from '#shared/contract/host.ts';
import type { KeptDraws } from '../engine/kept-draws.ts';
import type { Latest } from '../engine/latest.ts';
import type { ModelJobs } from '../engine/model-jobs.ts';
import type { Runner } from '../engine/runner.ts';
import type { Library, Result } from '../storage/library.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import type { DrawsUnderWay } from './draws-under-way.ts';
import type { OwnWrites } from './own-writes.ts';
import type { Rehearsal } from './rehearsal.ts';
import type { Results } from './results.ts';
import type { Safety } from './safety.ts';
import type { SessionJournal } from './session-journal.ts';
import type { Shell } from './shell.ts';
import type { Tickets } from './tickets.ts';

/** What the handlers of one window or page work with. */
export interface SessionContext {
  readonly shell: Shell;
  readonly version: string;
  readonly runner: Runner<ModelJobs>;
  readonly latest: Latest;
  readonly tickets: Tickets;
  readonly results: Results;
  readonly rehearsal: Rehearsal;
  /** Draws of the last runs, for questions about them. */
  readonly draws: KeptDraws;
  readonly underWay: DrawsUnderWay;
  readonly settings: SettingsFile;
  readonly safety: Safety;
  /** The unsaved texts of this window. */
  readonly journal: SessionJournal;
  /** The last lines of the program's log. */
  readonly readLog: () => string;
  /** The library in use now; another may be chosen while the program runs. */
  readonly library: () => Library;
  /** The folder that was to be in use and is not there. */
  readonly missingLibrary: () => string | null;
  readonly changeLibrary: (folder: string) => Result<Library>;
  /** Follows what this session writes, so that it does not hear of it as news. */
  readonly followWrite: OwnWrites['follow'];
  readonly emit: <K extends EventName>(name: K, payload: Events[K]) => void;
}
