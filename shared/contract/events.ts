import type { SimulationResult } from './results.ts';

/** News from the machine; never an answer to a call. */
export interface Events {
  /** Bands so far of a running simulation; a later one replaces it, the call's answer replaces all. */
  'simulation.progress': { readonly ticket: number; readonly result: SimulationResult };
  /** Share done of any other long job. */
  'work.progress': { readonly ticket: number; readonly fraction: number; readonly what: string };
  /** A file of the library changed outside this window. */
  'scenario.changed': { readonly id: string; readonly revision: string | null };
  /** The list of the library changed. */
  'library.changed': { readonly reason: 'added' | 'removed' | 'folder' };
  /** A menu item or shortcut of the native shell was chosen. */
  'menu.command': { readonly command: string };
}
