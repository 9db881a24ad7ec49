import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '#shared/contract/fault.ts';

export interface Notice {
  readonly key: string;
  readonly tone: 'news' | 'trouble';
  readonly text: string;
}

/** One line of news at a time per subject: a newer one about the same subject takes the place of the older. */
export interface Notices {
  readonly store: StoreApi<{ readonly list: readonly Notice[] }>;
  say(key: string, text: string): void;
  warn(key: string, fault: Fault): void;
  dismiss(key: string): void;
}

const shownAtMost = 3;
const newsLasts = 5000;

export function createNotices(): Notices {
  const store = createStore<{ readonly list: readonly Notice[] }>(() => ({ list: [] }));
  const keep = (isKept: (notice: Notice) => boolean) =>
    store.setState(({ list }) => ({ list: list.filter(isKept) }));
  const dismiss = (key: string) => keep((notice) => notice.key !== key);
  const show = (notice: Notice) =>
    store.setState(({ list }) => ({
      list: [...list.filter((one) => one.key !== notice.key), notice].slice(-shownAtMost),
    }));
  return {
    store,
    dismiss,
    say(key, text) {
      const notice: Notice = { key, tone: 'news', text };
      show(notice);
      // Only itself: what has taken its place meanwhile stays for as long as it has to.
      setTimeout(() => keep((one) => one !== notice), newsLasts);
    },
    warn(key, fault) {
      const text = faultText(fault);
      if (text !== null) show({ key, tone: 'trouble', text });
    },
  };
}

/** Says a fault to the user; null for what is never shown. */
export function faultText(fault: Fault): string | null {
  switch (fault.kind) {
    case 'cancelled':
      return null;
    case 'invalid-scenario':
      return fault.problems[0]?.message ?? 'The scenario has faults.';
    case 'internal':
      return `${fault.message} (incident ${fault.incident})`;
    default:
      return fault.message;
  }
}
