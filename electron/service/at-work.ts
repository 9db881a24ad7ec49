import { existsSync } from 'node:fs';
import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import { createInlineRunner } from '../engine/inline.ts';
import { createModelPerformers } from '../engine/model-performers.ts';
import { assembleService, makePool } from './assemble.ts';
import { fileShell } from './file-shell.ts';
import type { Places } from './places.ts';
import type { EventListener } from './service.ts';

/** What a command says about the application it wants. */
export interface CommandWishes {
  readonly version: string;
  readonly places: Places;
  /** `here` starts at once; `threads` is for work that is worth starting threads for. */
  readonly where: 'here' | 'threads';
  readonly listener: EventListener;
  /** Where exports go. */
  readonly target?: string;
}

/** The handlers of the application, to be called by the program they run in. */
export interface AtWork {
  readonly handlers: Handlers;
  readonly close: () => Promise<void>;
}

/** Opens the application for one command: nothing is watched and nothing made that the command does not ask for. */
export async function openAtWork(wishes: CommandWishes): Promise<Outcome<AtWork, Fault>> {
  const { version, places, where, listener, target } = wishes;
  const service = await assembleService({
    version,
    places,
    library: existsSync(places.library) ? places.library : places.shipped,
    makeRunner: (report) =>
      where === 'here'
        ? createInlineRunner(createModelPerformers(), report)
        : makePool(places.worker, report, false),
  });
  if (!service.ok) return fail(service.error);
  const session = service.value.openSession(fileShell(target), listener);
  return ok({
    handlers: session.handlers,
    close: async () => {
      session.close();
      await service.value.close();
    },
  });
}
