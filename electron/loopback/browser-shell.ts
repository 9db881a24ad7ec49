import { ok } from '#shared/base/outcome.ts';
import { type Shell, shellWithoutDialogs } from '../service/shell.ts';

/** The front of the program when it is a page in a browser: it downloads files and has no dialogs of the system. */
export function browserShell(): Shell {
  const can = {
    fileDialogs: false,
    chooseFolder: false,
    revealFile: false,
    nativeMenu: false,
    download: true,
  };
  return shellWithoutDialogs('browser', can, async ({ name, mime, bytes }) =>
    ok({ name, mime, bytes: bytes.length, download: bytes }),
  );
}
