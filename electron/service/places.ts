import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { isFolderThere, readChosenLibrary } from '../storage/chosen-library.ts';

/** Where things are on this machine; never for the screen. */
export interface Places {
  /** The user's scenarios. */
  readonly library: string;
  /** The folder chosen for them before, where it is not there now: until it is, the one in the home folder takes its place. */
  readonly missingLibrary: string | null;
  readonly settings: string;
  readonly log: string;
  /** Unsaved texts, and earlier ones of what was saved. */
  readonly journals: string;
  readonly versions: string;
  /** What can be taken back in each file. */
  readonly histories: string;
  /** What keeps two programs over one library apart. */
  readonly locks: string;
  /** Which folder the user has chosen as the library. */
  readonly chosenLibrary: string;
  /** Scenarios that come with the program; read only. */
  readonly shipped: string;
  /** The built page. */
  readonly page: string;
  /** The built worker. */
  readonly worker: string;
}

/** What of the places can be chosen from outside. */
export interface PlaceChoices {
  readonly library?: string | undefined;
  /** Folder for what the program remembers. */
  readonly memory?: string | undefined;
}

/**
 * Finds the places for a program whose built files are in `dist` below `root`: as asked for, else by `OFFTAKE_LIBRARY` and
 * `OFFTAKE_MEMORY`, else the library chosen before if it is there, else folders in the user's home as the system has them. The same for
 * every door, so that window, browser and command line speak of the same scenarios.
 */
export function findPlaces(root: string, choices: PlaceChoices, environment = process.env): Places {
  const memory = choices.memory ?? environment['OFFTAKE_MEMORY'] ?? defaultMemory(environment);
  const chosenLibrary = join(memory, 'library.json');
  const asked = choices.library ?? environment['OFFTAKE_LIBRARY'];
  const atHome = join(homedir(), 'Offtake');
  const chosen = asked ?? readChosenLibrary(chosenLibrary) ?? atHome;
  // What was asked for just now is made, or refused; what was chosen some other day may be on a drive that will come back.
  const isMissing = asked === undefined && chosen !== atHome && !isFolderThere(chosen);
  return {
    library: resolve(isMissing ? atHome : chosen),
    missingLibrary: isMissing ? chosen : null,
    settings: join(memory, 'settings.json'),
    log: join(memory, 'offtake.log'),
    journals: join(memory, 'journal'),
    versions: join(memory, 'versions'),
    histories: join(memory, 'histories'),
    locks: join(memory, 'locks'),
    chosenLibrary,
    shipped: unpacked(join(root, 'scenarios')),
    page: join(root, 'dist', 'renderer'),
    worker: unpacked(join(root, 'dist', 'worker', 'worker.js')),
  };
}

/**
 * Threads cannot be started from inside the packed archive everywhere, and whole folders not be copied out of it; both lie
 * beside it.
 */
function unpacked(path: string): string {
  return path.replace(/([\\/])app\.asar([\\/])/, '$1app.asar.unpacked$2');
}

function defaultMemory(environment: NodeJS.ProcessEnv): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'Offtake');
  if (process.platform === 'win32') {
    return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Offtake');
  }
  return join(environment['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'offtake');
}
