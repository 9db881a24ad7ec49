import { EventEmitter } from 'node:events';

/** What a test tells the stand-in. */
export type Instruction =
  | { readonly kind: 'answer'; readonly dialog: string; readonly answer: unknown }
  | { readonly kind: 'menu'; readonly id: string }
  | { readonly kind: 'emit'; readonly event: 'second-instance'; readonly args: readonly string[] }
  | { readonly kind: 'emit'; readonly event: 'open-file'; readonly path: string }
  | { readonly kind: 'permission'; readonly name: string }
  /** Asks the session for a device, a download and a checked permission, as hostile content would. */
  | { readonly kind: 'ask-session' }
  | { readonly kind: 'close-window' }
  /** Has the page of the window crash, as when it runs out of memory. */
  | { readonly kind: 'crash-page' }
  /** Throws where nothing catches it. */
  | { readonly kind: 'defect' }
  | { readonly kind: 'quit' };

/** What the stand-in tells a test. */
export type Happening =
  | { readonly kind: 'browser'; readonly port: number }
  | { readonly kind: 'window'; readonly options: unknown }
  | { readonly kind: 'loaded'; readonly url: string }
  | { readonly kind: 'menu'; readonly labels: readonly string[] }
  | { readonly kind: 'dialog'; readonly dialog: string; readonly options: unknown }
  | { readonly kind: 'external'; readonly url: string }
  | { readonly kind: 'switch'; readonly name: string; readonly value: string }
  | { readonly kind: 'sandboxed' }
  /** A page that wanted to go elsewhere was kept where it is. */
  | { readonly kind: 'kept'; readonly url: string }
  | { readonly kind: 'check'; readonly name: string; readonly isAllowed: boolean }
  | { readonly kind: 'session'; readonly what: string; readonly isRefused: boolean }
  | { readonly kind: 'copied'; readonly text: string }
  | { readonly kind: 'revealed'; readonly path: string }
  | { readonly kind: 'blocked'; readonly url: string }
  | { readonly kind: 'permission'; readonly name: string; readonly isAllowed: boolean }
  | { readonly kind: 'failed'; readonly message: string };

/** Instructions as they come in, by kind. */
export const instructions = new EventEmitter();

process.on('message', (instruction: Instruction) => instructions.emit(instruction.kind, instruction));

/** Tells the test what happened. */
export function tell(happening: Happening): void {
  process.send?.(happening);
}
