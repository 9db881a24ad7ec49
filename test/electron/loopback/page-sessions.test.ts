import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { createPageSessions, type PageLine } from '../../../electron/loopback/page-sessions.ts';
import type { EventListener, Service, Session } from '../../../electron/service/service.ts';

beforeEach(() => {
  vi.useFakeTimers();
  onTestFinished(() => {
    vi.useRealTimers();
  });
});

/** A service that only notes what becomes of its sessions, by the order in which they were opened. */
function notingService() {
  const happened: string[] = [];
  const listeners: EventListener[] = [];
  const openSession: Service['openSession'] = (_, listener) => {
    const at = listeners.push(listener) - 1;
    const note = (what: string) => () => {
      happened.push(`${what} ${at}`);
    };
    return { rest: note('rest'), close: note('close') } as unknown as Session;
  };
  return {
    service: { openSession, close: async () => undefined },
    happened,
    tell: (at: number) => listeners[at]?.('library.changed', { reason: 'added' }),
  };
}

function line(): PageLine & { readonly heard: string[] } {
  const heard: string[] = [];
  return { heard, tell: (event) => heard.push(event), giveWay: () => heard.push('give way') };
}

describe('sessions of pages', () => {
  it('keep a page that comes back in time, and put its unsaved texts by meanwhile', () => {
    const { service, happened, tell } = notingService();
    const pages = createPageSessions(service);
    const first = line();
    const session = pages.join('page', first);
    pages.leave('page', first);
    tell(0);
    vi.advanceTimersByTime(9_000);
    const second = line();
    expect(pages.join('page', second)).toBe(session);
    vi.advanceTimersByTime(60_000);
    expect(happened).toEqual(['rest 0']);
    tell(0);
    expect([first.heard, second.heard]).toEqual([[], ['library.changed']]);
  });

  it('close a page that does not come back, and open another for it after that', () => {
    const { service, happened } = notingService();
    const pages = createPageSessions(service);
    const gone = line();
    const session = pages.join('page', gone);
    pages.leave('page', gone);
    vi.advanceTimersByTime(10_000);
    expect(happened).toEqual(['rest 0', 'close 0']);
    expect(pages.join('page', line())).not.toBe(session);
  });

  it('give a page to the line that came last, whose end alone counts', () => {
    const { service, happened, tell } = notingService();
    const pages = createPageSessions(service);
    const [first, second] = [line(), line()];
    pages.join('page', first);
    pages.join('page', second);
    pages.leave('page', first);
    tell(0);
    vi.advanceTimersByTime(60_000);
    expect(first.heard).toEqual(['give way']);
    expect(second.heard).toEqual(['library.changed']);
    expect(happened).toEqual([]);
  });

  it('are at most 64, and the one that left first makes room', () => {
    const { service, happened } = notingService();
    const pages = createPageSessions(service);
    const lines = Array.from({ length: 64 }, line);
    for (const [at, one] of lines.entries()) expect(pages.join(`page ${at}`, one)).not.toBeNull();
    expect(pages.join('one more', line())).toBeNull();
    for (const at of [7, 3]) pages.leave(`page ${at}`, lines[at] ?? line());
    expect(pages.join('one more', line())).not.toBeNull();
    expect(happened).toEqual(['rest 7', 'rest 3', 'close 3']);
  });

  it('are all closed at the end, with no timer left', () => {
    const { service, happened } = notingService();
    const pages = createPageSessions(service);
    const gone = line();
    pages.join('here', line());
    pages.join('gone', gone);
    pages.leave('gone', gone);
    pages.closeAll();
    expect(happened).toEqual(['rest 1', 'close 0', 'close 1']);
    expect(vi.getTimerCount()).toBe(0);
  });
});
