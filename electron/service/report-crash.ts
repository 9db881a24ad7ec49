import { openLogFile, readLogFile } from '../storage/log-file.ts';
import { diagnosticsText } from './diagnostics.ts';
import { newIncident } from './incidents.ts';
import type { Places } from './places.ts';
import { plainStack } from './plain-stack.ts';

/** Writes what ends the program to its log; gives the name it has there and what a report should hold. */
export function reportCrash(
  places: Places,
  version: string,
  error: unknown,
): { readonly incident: string; readonly diagnostics: string } {
  const incident = newIncident();
  const stack = error instanceof Error ? (error.stack ?? error.name) : 'Error';
  openLogFile(places.log)(`${incident} the program ended: ${plainStack(stack)}`);
  const state = [`ended by incident ${incident}`];
  return { incident, diagnostics: diagnosticsText(version, state, readLogFile(places.log)) };
}
