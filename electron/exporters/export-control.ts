import { setImmediate as nextTurn } from 'node:timers/promises';

/** How an exporter says how far it is and hears that it is no longer wanted. */
export interface ExportControl {
  /** Notes the share done, lets others have a turn, and says whether to go on. */
  readonly goesOn: (fraction: number) => Promise<boolean>;
}

/** Makes the control of an export that reports and can be stopped. */
export function exportControl(isStopped: () => boolean, report: (fraction: number) => void): ExportControl {
  return {
    goesOn: async (fraction) => {
      report(fraction);
      await nextTurn();
      return !isStopped();
    },
  };
}

/** Writes to the end, says nothing. */
export const unattended: ExportControl = { goesOn: async () => true };
