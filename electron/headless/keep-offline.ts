import { attemptReporter } from '../service/incidents.ts';
import { findPlaces } from '../service/places.ts';
import { stayOffline } from '../service/stay-offline.ts';

/** Makes the command line unable to open a connection; an attempt is noted in the log of the program. */
export function keepOffline(root: string): void {
  stayOffline(attemptReporter(findPlaces(root, {}).log));
}
