import type { Service, Session } from '../service/service.ts';
import { browserShell } from './browser-shell.ts';

/** The way down to a page. */
export interface PageLine {
  readonly tell: (event: string, payload: unknown) => void;
  /** Ends it because another line has come for the same page. */
  readonly giveWay: () => void;
}

/** The pages at work, by the id each has made for itself. */
export interface PageSessions {
  /** Takes a page in or up again, on the line it has opened, and gives its session; null when there are too many. */
  readonly join: (id: string, line: PageLine) => Session | null;
  /** A line has broken; its page may come back on another. */
  readonly leave: (id: string, line: PageLine) => void;
  readonly closeAll: () => void;
}

interface Page {
  readonly session: Session;
  line: PageLine | null;
  /** Closes the session when its page does not come back. */
  farewell: NodeJS.Timeout | null;
}

const pageLimit = 64;
/** Long enough for a reload, short enough that the runs of a closed tab do not linger. */
const farewellMilliseconds = 10_000;

/** Keeps one session of the service for every page. */
export function createPageSessions(service: Service): PageSessions {
  const pages = new Map<string, Page>();

  function open(id: string): Page | null {
    if (pages.size >= pageLimit && !forgetGone()) return null;
    const session = service.openSession(browserShell(), (name, payload) =>
      pages.get(id)?.line?.tell(name, payload),
    );
    const page: Page = { session, line: null, farewell: null };
    pages.set(id, page);
    return page;
  }

  /** Makes room for a page by closing the one that left first: a page that reloads leaves one behind. */
  function forgetGone(): boolean {
    for (const [id, page] of pages) {
      if (page.line !== null) continue;
      close(id, page);
      return true;
    }
    return false;
  }

  function close(id: string, page: Page): void {
    stay(page);
    page.session.close();
    pages.delete(id);
  }

  return {
    join: (id, line) => {
      const page = pages.get(id) ?? open(id);
      if (page === null) return null;
      stay(page);
      page.line?.giveWay();
      page.line = line;
      return page.session;
    },
    leave: (id, line) => {
      const page = pages.get(id);
      if (page?.line !== line) return;
      page.line = null;
      // A page that reloads or crashes finds its unsaved texts again; one that only lost its line takes them up anew.
      page.session.rest();
      page.farewell = setTimeout(() => close(id, page), farewellMilliseconds);
      page.farewell.unref();
    },
    closeAll: () => {
      for (const [id, page] of [...pages]) close(id, page);
    },
  };
}

/** A page that is here is not to be closed. */
function stay(page: Page): void {
  if (page.farewell !== null) clearTimeout(page.farewell);
  page.farewell = null;
}
