import type { Problem } from '../scenario/problem.ts';

/** Every expected failure of a call. */
export type Fault =
  | { readonly kind: 'invalid-scenario'; readonly problems: readonly Problem[] }
  | { readonly kind: 'invalid-call'; readonly message: string }
  | { readonly kind: 'not-found'; readonly id: string; readonly message: string }
  | { readonly kind: 'conflict'; readonly current: string; readonly message: string }
  /** The file system or another program refused: message says which file, what happened and what to do. */
  | { readonly kind: 'refused'; readonly message: string }
  /** A run that would need more than a stated ceiling, refused before it starts. */
  | { readonly kind: 'too-large'; readonly message: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'internal'; readonly message: string; readonly incident: string };
