import type { ServerResponse } from 'node:http';
import { frame } from '#shared/contract/frames.ts';
import { encodeWire } from '#shared/contract/wire.ts';
import type { Service, Session } from '../service/service.ts';
import { browserShell } from './browser-shell.ts';

/** The pages at work, by the id each has made for itself. */
export interface PageSessions {
  /** The session of a page, opened if it is new; null when there are too many. */
  readonly of: (id: string) => Session | null;
  /** Sends the events of a page down a response that stays open. */
  readonly stream: (id: string, response: ServerResponse) => boolean;
  readonly closeAll: () => void;
}

interface Page {
  readonly session: Session;
  stream: ServerResponse | null;
  /** Closes the session when nothing is heard of the page. */
  timer: NodeJS.Timeout;
}

const pageLimit = 64;
/** Long enough for a reload, short enough that the runs of a closed tab do not linger. */
const farewellMilliseconds = 10_000;
/** A page that calls but has not begun to listen yet, or never will. */
const silenceMilliseconds = 120_000;
/** A page that does not read its events is cut off; it connects anew and asks for what it needs. */
const backlogLimitBytes = 32 * 1024 * 1024;

/** Keeps one session of the service for every page. */
export function createPageSessions(service: Service): PageSessions {
  const pages = new Map<string, Page>();

  function find(id: string): Page | null {
    const known = pages.get(id);
    if (known !== undefined) {
      if (known.stream === null) closeLater(id, known, silenceMilliseconds);
      return known;
    }
    if (pages.size >= pageLimit && !forgetSilent()) return null;
    const session = service.openSession(browserShell(), (name, payload) => {
      const stream = pages.get(id)?.stream;
      if (!stream) return;
      stream.write(frame(encodeWire({ name, payload })));
      if (stream.writableLength > backlogLimitBytes) stream.destroy();
    });
    const page: Page = { session, stream: null, timer: setTimeout(() => undefined, 0) };
    pages.set(id, page);
    closeLater(id, page, silenceMilliseconds);
    return page;
  }

  /** Makes room for a page by closing the one that has been silent longest: a page that reloads leaves one behind. */
  function forgetSilent(): boolean {
    for (const [id, page] of pages) {
      if (page.stream !== null) continue;
      clearTimeout(page.timer);
      page.session.close();
      pages.delete(id);
      return true;
    }
    return false;
  }

  function closeLater(id: string, page: Page, milliseconds: number): void {
    clearTimeout(page.timer);
    page.timer = setTimeout(() => {
      page.session.close();
      pages.delete(id);
    }, milliseconds);
    page.timer.unref();
  }

  return {
    of: (id) => find(id)?.session ?? null,
    stream: (id, response) => {
      const page = find(id);
      if (page === null) return false;
      clearTimeout(page.timer);
      page.stream?.end();
      page.stream = response;
      response.on('close', () => {
        if (page.stream !== response) return;
        page.stream = null;
        // A page that reloads or crashes finds its unsaved texts again; one that only lost its line takes them up anew.
        page.session.rest();
        closeLater(id, page, farewellMilliseconds);
      });
      return true;
    },
    closeAll: () => {
      for (const { session, stream, timer } of pages.values()) {
        clearTimeout(timer);
        stream?.end();
        session.close();
      }
      pages.clear();
    },
  };
}
