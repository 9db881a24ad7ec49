import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createNotices } from '../../../renderer/state/notices.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const refused = (message: string) => ({ kind: 'refused', message }) as const;

function notices() {
  const made = createNotices();
  return { ...made, shown: () => made.store.getState().list.map(({ text }) => text) };
}

describe('notices', () => {
  it('do not pile up: one on each subject, three at once', () => {
    const { warn, shown } = notices();
    for (let times = 1; times <= 50; times += 1) warn('journal', refused(`try ${times}`));
    expect(shown()).toEqual(['try 50']);
    for (const subject of ['a', 'b', 'c', 'd']) warn(subject, refused(subject));
    expect(shown()).toEqual(['b', 'c', 'd']);
  });

  it('go by themselves when they are news, and stay when they are trouble', async () => {
    const { say, warn, shown } = notices();
    say('copied', 'Copied.');
    warn('file', refused('The disk is full.'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(shown()).toEqual(['The disk is full.']);
  });

  it('are not taken away by what they have replaced', async () => {
    const { say, warn, shown } = notices();
    say('file', 'Joined with yours.');
    await vi.advanceTimersByTimeAsync(4_000);
    warn('file', refused('The disk is full.'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(shown()).toEqual(['The disk is full.']);
    say('other', 'first');
    await vi.advanceTimersByTimeAsync(4_000);
    say('other', 'second');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(shown()).toContain('second');
  });

  it('say nothing of what the user has called off', () => {
    const { warn, shown } = notices();
    warn('export', { kind: 'cancelled' });
    expect(shown()).toEqual([]);
  });
});
