import type { Outcome } from '#shared/base/outcome.ts';
import type { Calls } from './calls.ts';
import type { Events } from './events.ts';
import type { Fault } from './fault.ts';

/** The name of a call. */
export type CallName = keyof Calls;
/** What a call takes. */
export type Input<K extends CallName> = Calls[K]['input'];
/** What a call answers. */
export type Reply<K extends CallName> = Outcome<Calls[K]['output'], Fault>;
/** The name of an event. */
export type EventName = keyof Events;

/** What the renderer holds. Never rejects: every failure is a Fault. */
export interface Host {
  call<K extends CallName>(name: K, input: Input<K>): Promise<Reply<K>>;
  on<K extends EventName>(name: K, listener: (event: Events[K]) => void): () => void;
}

/** What the service provides: one handler per call, none missing. */
export type Handlers = { readonly [K in CallName]: (input: Input<K>) => Promise<Reply<K>> };

/** How untrusted input becomes typed input: one decoder per call. */
export type Decoders = { readonly [K in CallName]: (raw: unknown) => Outcome<Input<K>, Fault> };
