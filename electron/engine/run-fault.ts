import type { Fault } from '#shared/contract/fault.ts';

/** Says that a job was stopped because something newer took its place; never shown. */
export const cancelled: Fault = { kind: 'cancelled' };

/** Says that a job broke, under the name by which the log knows it. */
export function brokenFault(incident: string): Fault {
  const message = 'A calculation broke down inside the program. Your text is safe; change it or try again.';
  return { kind: 'internal', message, incident };
}

/** Says that a job took longer than it may. */
export function overdueFault(limitMilliseconds: number): Fault {
  const message =
    `A step of the calculation took longer than the ${limitMilliseconds / 1000} seconds it may take, so the whole was stopped. ` +
    'Shorten the horizon, ask for fewer draws or measures, or try again when the computer has less else to do.';
  return { kind: 'refused', message };
}
