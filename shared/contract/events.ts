import type { ComparisonEvents } from './comparison.ts';
import type { SimulationResult } from './results.ts';

/** News from the machine; never an answer to a call. */
export interface Events extends ComparisonEvents {
  /** Bands so far of a running simulation; a later one replaces it, the call's answer replaces all. */
  'simulation.progress': { readonly ticket: number; readonly result: SimulationResult };
  /** Share done of any other long job. */
  'work.progress': { readonly ticket: number; readonly fraction: number; readonly what: string };
  /** A file of the library changed outside this window. */
  'scenario.changed': { readonly id: string; readonly revision: string | null };
  /** The list of the library changed. */
  'library.changed': { readonly reason: 'added' | 'removed' | 'folder' };
  /** The system asks to show a file: it was double-clicked, or dropped on the program's icon. */
  'scenario.requested': { readonly id: string };
  /** A menu item or shortcut of the native shell was chosen; the names are in `menu-commands.ts`. */
  'menu.command': { readonly command: string };
}
