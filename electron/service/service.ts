import type { Bug, Dispatch } from '#shared/contract/dispatch.ts';
import { createDispatch } from '#shared/contract/dispatch.ts';
import type { Events } from '#shared/contract/events.ts';
import type { EventName, Handlers } from '#shared/contract/host.ts';
import { createLatest } from '../engine/latest.ts';
import type { ModelJobs } from '../engine/model-jobs.ts';
import type { Runner } from '../engine/runner.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import { createHandlers } from './handlers.ts';
import type { LibraryInUse, LibraryNews } from './library-in-use.ts';
import { createRecentResults } from './recent-results.ts';
import type { SessionContext } from './session-context.ts';
import type { Shell } from './shell.ts';
import { createTickets } from './tickets.ts';

/** What the application is made of. */
export interface ServiceParts {
  readonly version: string;
  readonly runner: Runner<ModelJobs>;
  readonly library: LibraryInUse;
  readonly settings: SettingsFile;
  readonly newIncident: () => string;
  readonly reportBug: (bug: Bug) => void;
}

/** Hears every event of a session. */
export type EventListener = <K extends EventName>(name: K, payload: Events[K]) => void;

/** One window, page or command at work. */
export interface Session {
  /** The typed handlers, for a caller in the same program. */
  readonly handlers: Handlers;
  /** The one way in for anything that comes from outside. */
  readonly dispatch: Dispatch;
  readonly emit: EventListener;
  readonly close: () => void;
}

/** The application without a screen. */
export interface Service {
  readonly openSession: (shell: Shell, listener: EventListener) => Session;
  readonly close: () => Promise<void>;
}

/** Makes the application from its parts. */
export function createService(parts: ServiceParts): Service {
  const { version, runner, library, settings } = parts;
  const recent = createRecentResults();

  function openSession(shell: Shell, listener: EventListener): Session {
    const latest = createLatest();
    const written = new Map<string, string>();
    let isListening = false;
    // A page that is still loading would lose events; they flow once it has asked what it is connected to.
    const emit: EventListener = (name, payload) => {
      if (isListening) listener(name, payload);
    };
    const context: SessionContext = {
      shell,
      version,
      runner,
      latest,
      tickets: createTickets(),
      recent,
      settings,
      library: library.current,
      changeLibrary: library.change,
      noteWritten: ({ id, revision }) => written.set(id, revision),
      emit,
    };
    const handlers = createHandlers(context, () => {
      isListening = true;
    });
    const forget = library.listen((news) => {
      const isOwn = news.kind === 'changed' && written.get(news.id) === news.revision;
      if (!isOwn) tellNews(news, emit);
    });
    return {
      handlers,
      dispatch: createDispatch(handlers, parts),
      emit,
      close: () => {
        isListening = false;
        forget();
        latest.stopAll();
      },
    };
  }

  return {
    openSession,
    close: async () => {
      library.close();
      await runner.close();
    },
  };
}

function tellNews(news: LibraryNews, emit: EventListener): void {
  if (news.kind === 'folder') emit('library.changed', { reason: 'folder' });
  else {
    // A removed file is news for whoever has it open as well as for the list.
    if (news.kind !== 'added') emit('scenario.changed', { id: news.id, revision: news.revision });
    if (news.kind !== 'changed') emit('library.changed', { reason: news.kind });
  }
}
