import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { decodeWire, encodeWire, type ReceivedMemory, type SentMemory } from './wire.ts';

/** What a page sends up its line. */
export interface LineCall {
  /** Names the call on this line, so that its answer finds it; answers come in any order. */
  readonly call: number;
  readonly name: unknown;
  readonly input: unknown;
}

/** What comes down a line. */
export type LineNews =
  | { readonly call: number; readonly reply: unknown }
  | { readonly event: string; readonly payload: unknown };

/** Writes a call or news as the bytes of one message; with a memory of the line, what the other end has is only named. */
export function encodeLine(message: LineCall | LineNews, memory?: SentMemory): Uint8Array<ArrayBuffer> {
  return encodeWire(message, memory);
}

/** Reads a call; whether there is one of its name, with such an input, is for whoever answers it. */
export function decodeCall(bytes: Uint8Array, memory?: ReceivedMemory): Outcome<LineCall, string> {
  const message = decodeWire(bytes, memory);
  if (!message.ok) return message;
  const { call, name, input } = fields(message.value);
  return isCallNumber(call) ? ok({ call, name, input }) : fail('The message is no call: it has no number.');
}

/** Reads news; what they hold is trusted, since both ends share the contract. */
export function decodeNews(bytes: Uint8Array, memory?: ReceivedMemory): Outcome<LineNews, string> {
  const message = decodeWire(bytes, memory);
  if (!message.ok) return message;
  const { call, reply, event, payload } = fields(message.value);
  if (isCallNumber(call)) return ok({ call, reply });
  return typeof event === 'string'
    ? ok({ event, payload })
    : fail('The message is neither an answer nor an event.');
}

function fields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object(value) : {};
}

function isCallNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
