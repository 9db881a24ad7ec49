import { app, clipboard, dialog } from 'electron';
import { lastWords, type Unsaved } from '../service/last-words.ts';
import type { Places } from '../service/places.ts';
import { reportCrash } from '../service/report-crash.ts';

/**
 * Takes what nothing else has caught in the main process: writes it to the log, says what is safe, and ends, since a
 * program in an unknown state must not go on writing files.
 */
export function tellOfDefects(places: Places, version: string, unsaved: () => readonly Unsaved[]): void {
  let isEnding = false;
  const end = (error: unknown): void => {
    if (isEnding) return;
    isEnding = true;
    const { incident, diagnostics } = reportCrash(places, version, error);
    const choice = dialog.showMessageBoxSync({
      type: 'error',
      message: 'Offtake has met a fault and must close',
      detail: `${lastWords(unsaved(), new Date())} The log knows this as incident ${incident}.`,
      buttons: ['Close', 'Copy diagnostics and close'],
      defaultId: 0,
    });
    const copied = choice === 1 ? clipboard.writeText(diagnostics) : Promise.resolve();
    void copied.finally(() => app.exit(1));
  };
  process.on('uncaughtException', end);
  process.on('unhandledRejection', end);
}
