import { fail, type Outcome } from '#shared/base/outcome.ts';
import { decoders } from './decoders.ts';
import type { Fault } from './fault.ts';
import type { CallName, Handlers } from './host.ts';

/** A defect met while answering a call: for the log, never for the screen. */
export interface Bug {
  readonly incident: string;
  readonly call: string;
  readonly error: unknown;
}

/** What dispatch needs of whoever hosts it. */
export interface DispatchPorts {
  /** Names a defect, so that screen and log speak of the same one. */
  readonly newIncident: () => string;
  readonly reportBug: (bug: Bug) => void;
}

/** Answers one call by name; never rejects. */
export type Dispatch = (name: unknown, raw: unknown) => Promise<Outcome<unknown, Fault>>;

/** Makes the one way in: knows the name, decodes the input, runs the handler, turns a thrown error into a fault. */
export function createDispatch(handlers: Handlers, ports: DispatchPorts): Dispatch {
  return async (name, raw) => {
    if (!isCallName(name)) {
      return fail({ kind: 'invalid-call', message: `There is no call named ${shown(name)}.` });
    }
    try {
      return await answer(handlers, name, raw);
    } catch (error) {
      const incident = ports.newIncident();
      ports.reportBug({ incident, call: name, error });
      return fail({
        kind: 'internal',
        message: `Something went wrong inside the program while answering ${name}. Your text is safe; try again.`,
        incident,
      });
    }
  };
}

async function answer<K extends CallName>(
  handlers: Handlers,
  name: K,
  raw: unknown,
): Promise<Outcome<unknown, Fault>> {
  const input = decoders[name](raw);
  return input.ok ? handlers[name](input.value) : input;
}

function isCallName(name: unknown): name is CallName {
  return typeof name === 'string' && Object.hasOwn(decoders, name);
}

function shown(name: unknown): string {
  return typeof name === 'string' ? `“${name.slice(0, 60)}”` : `of type ${typeof name}`;
}
