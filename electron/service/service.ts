import type { OpenedScenario } from '#shared/contract/calls.ts';
import { type Bug, createDispatch, type Dispatch } from '#shared/contract/dispatch.ts';
import type { Events } from '#shared/contract/events.ts';
import type { EventName, Handlers } from '#shared/contract/host.ts';
import { createKeptDraws } from '../engine/kept-draws.ts';
import { createLatest } from '../engine/latest.ts';
import type { ModelJobs } from '../engine/model-jobs.ts';
import type { Runner } from '../engine/runner.ts';
import type { Result } from '../storage/library.ts';
import type { SettingsFile } from '../storage/settings-file.ts';
import { createDrawsUnderWay } from './draws-under-way.ts';
import { createHandlers } from './handlers.ts';
import type { LibraryInUse, LibraryNews } from './library-in-use.ts';
import { createOwnWrites, type OwnWrites } from './own-writes.ts';
import { createRehearsal } from './rehearsal.ts';
import { createResults } from './results.ts';
import type { Safety } from './safety.ts';
import { openOrAdd } from './scenarios.ts';
import type { SessionContext } from './session-context.ts';
import { createSessionJournal, type SessionJournal } from './session-journal.ts';
import type { Shell } from './shell.ts';
import { createTickets } from './tickets.ts';

/** What the application is made of. */
export interface ServiceParts {
  readonly version: string;
  readonly runner: Runner<ModelJobs>;
  readonly library: LibraryInUse;
  readonly settings: SettingsFile;
  readonly safety: Safety;
  readonly readLog: () => string;
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
  /** Opens a file the system names by its place; one from outside the library is copied into it. */
  readonly openPath: (path: string) => Result<OpenedScenario>;
  /** Files with unsaved texts that are in the journal, and when they were last noted. */
  readonly unsaved: SessionJournal['held'];
  /** Leaves unsaved texts to whoever comes next: the window is not heard of at the moment, and may never be again. */
  readonly rest: () => void;
  readonly close: () => void;
}

/** The application without a screen. */
export interface Service {
  readonly openSession: (shell: Shell, listener: EventListener) => Session;
  readonly close: () => Promise<void>;
}

/** Events kept for a page that is still loading; beyond that it never will. */
const waitingLimit = 200;

/** Makes the application from its parts. */
export function createService(parts: ServiceParts): Service {
  const { version, runner, library, settings, safety, readLog } = parts;
  const results = createResults(runner);
  const rehearsal = createRehearsal(runner);

  function openSession(shell: Shell, listener: EventListener): Session {
    const latest = createLatest();
    const ownWrites = createOwnWrites();
    const waiting: (() => void)[] = [];
    let isListening = false;
    let isClosed = false;
    // A page that is still loading would lose events; they wait until it has asked what it is connected to.
    const emit: EventListener = (name, payload) => {
      if (isClosed) return;
      if (isListening) listener(name, payload);
      else if (waiting.length < waitingLimit) waiting.push(() => listener(name, payload));
    };
    const journal = createSessionJournal(safety.journals, safety.now);
    const context: SessionContext = {
      shell,
      version,
      runner,
      latest,
      tickets: createTickets(),
      results,
      rehearsal,
      draws: createKeptDraws(runner.memory),
      underWay: createDrawsUnderWay(),
      settings,
      safety,
      journal,
      readLog,
      library: library.current,
      missingLibrary: library.missing,
      changeLibrary: library.change,
      followWrite: ownWrites.follow,
      emit,
    };
    let forget: (() => void) | null = null;
    const handlers = createHandlers(context, () => {
      isListening = true;
      for (const tell of waiting.splice(0)) tell();
      forget ??= library.listen((news) => {
        ownWrites.settled(() => tellNews(news, emit, ownWrites));
      });
    });
    return {
      handlers,
      dispatch: createDispatch(handlers, parts),
      emit,
      openPath: (path) => openOrAdd(library.current(), path),
      unsaved: journal.held,
      rest: journal.leave,
      close: () => {
        isClosed = true;
        journal.leave();
        forget?.();
        latest.stopAll();
        context.draws.close();
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

/** Tells a session of a change, unless it made it itself. */
function tellNews(news: LibraryNews, emit: EventListener, { made }: OwnWrites): void {
  if (news.kind === 'folder') {
    emit('library.changed', { reason: 'folder' });
    return;
  }
  // Whoever has the file open hears of it when it goes, and when it is there again.
  if (!made(news.id, news.revision)) emit('scenario.changed', { id: news.id, revision: news.revision });
  if (news.kind !== 'changed') emit('library.changed', { reason: news.kind });
}
