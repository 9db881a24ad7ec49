import type { Outcome } from '#shared/base/outcome.ts';
import type { AppDescription, SavedExport } from '#shared/contract/calls.ts';
import type { Fault } from '#shared/contract/fault.ts';

/** A file made for the user, on its way out. */
export interface OutgoingFile {
  /** With its extension, without a folder. */
  readonly name: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
}

/**
 * What only the front of the program can do: a window with its dialogs, a page in a browser, a command line. A path that
 * is null means that the user dismissed the question.
 */
export interface Shell {
  readonly door: AppDescription['door'];
  readonly can: AppDescription['can'];
  /** Asks which folder to use as the library. */
  readonly chooseFolder: () => Promise<string | null>;
  /** Asks which scenario file to open, beginning in a folder. */
  readonly chooseFile: (folder: string) => Promise<string | null>;
  /** Asks where to save a scenario, suggesting a path. */
  readonly chooseTarget: (path: string) => Promise<string | null>;
  /** Shows a file in the system's file manager. */
  readonly reveal: (path: string) => void;
  /** Hands a file to the user: asks where to write it, or gives it to be downloaded. */
  readonly deliver: (file: OutgoingFile) => Promise<Outcome<SavedExport, Fault>>;
}

/** Refuses what a front without dialogs cannot do; the screen does not offer it there. */
export function shellWithoutDialogs(
  door: AppDescription['door'],
  can: AppDescription['can'],
  deliver: Shell['deliver'],
): Shell {
  const dismissed = async (): Promise<null> => null;
  return {
    door,
    can,
    chooseFolder: dismissed,
    chooseFile: dismissed,
    chooseTarget: dismissed,
    reveal: () => undefined,
    deliver,
  };
}
