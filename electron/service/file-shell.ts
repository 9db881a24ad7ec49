import { fail } from '#shared/base/outcome.ts';
import { type Shell, shellWithoutDialogs } from './shell.ts';
import { writeOutgoing } from './write-outgoing.ts';

/** The front of the program when it is a command: files go where the arguments say. */
export function fileShell(target: string | undefined): Shell {
  const can = {
    fileDialogs: false,
    chooseFolder: false,
    revealFile: false,
    nativeMenu: false,
    download: false,
  };
  return shellWithoutDialogs('command-line', can, async (file) =>
    target === undefined
      ? fail({ kind: 'refused', message: 'Say where to write the export.' })
      : writeOutgoing(target, file),
  );
}
