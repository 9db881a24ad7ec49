import { resolve } from 'node:path';
import type { Outcome } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { type AtWork, openAtWork } from '../service/at-work.ts';
import { openSource, type SourceFault } from '../service/open-source.ts';
import { findPlaces, type Places } from '../service/places.ts';
import { readVersion } from '../service/read-version.ts';
import type { EventListener } from '../service/service.ts';

/** What a command works with. */
export interface Workplace {
  readonly version: string;
  readonly places: Places;
  readonly openSource: (path: string) => Promise<Outcome<ScenarioSource, SourceFault>>;
  /**
   * The handlers the window uses, in this process; `threads` for work worth starting threads for. Files handed to the
   * user go to the target.
   */
  readonly open: (
    where: 'here' | 'threads',
    listener?: EventListener,
    target?: string,
  ) => Promise<Outcome<AtWork, Fault>>;
}

/** Finds the workplace of a program whose built files are in `dist` below `root`. */
export function findWorkplace(root: string, library: string | undefined, folder: string): Workplace {
  const places = findPlaces(root, { library });
  const version = readVersion(root);
  return {
    version,
    places,
    openSource: (path) => openSource(path, resolve(folder, path), [places.library, places.shipped]),
    open: (where, listener = () => undefined, target = undefined) => {
      const to = target === undefined ? {} : { target: resolve(folder, target) };
      return openAtWork({ version, places, where, listener, ...to });
    },
  };
}

/** Says a fault in a line. */
export function faultLine(fault: Fault): string {
  if (fault.kind === 'cancelled') return 'Stopped.';
  return 'message' in fault ? fault.message : `The work ended as ${fault.kind}.`;
}
