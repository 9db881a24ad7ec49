import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type EditHistory, type EditStep, earliestText } from '#shared/base/edit-history.ts';
import { ok } from '#shared/base/outcome.ts';
import type { Host, Input } from '#shared/contract/host.ts';
import { createDocuments } from '../../../../renderer/state/documents.ts';
import { createHistories } from '../../../../renderer/state/safety/histories.ts';
import { fakeHost } from '../../../support/fake-host.ts';

const id = 'amazon-anthropic.scenario.yaml';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A machine that keeps histories as the real one does. */
function machine(kept = new Map<string, EditHistory>()) {
  const files = fakeHost();
  const writes: string[] = [];
  const host: Host = {
    ...files,
    call: async (name, input) => {
      if (name === 'history.read') {
        return ok({ history: kept.get((input as Input<'history.read'>).id) ?? null }) as never;
      }
      if (name === 'history.keep') {
        const { id: of, history } = input as Input<'history.keep'>;
        writes.push(of);
        kept.set(of, history);
        return ok({}) as never;
      }
      return files.call(name, input);
    },
  };
  return { host, kept, writes };
}

async function page(kept?: Map<string, EditHistory>) {
  const { host, kept: store, writes } = machine(kept);
  const documents = createDocuments();
  const histories = createHistories(host, documents);
  const open = async (name = id) => {
    await histories.load(name);
    const reply = await host.call('scenario.open', { id: name });
    if (reply.ok) documents.open(reply.value);
  };
  return { documents, histories, kept: store, writes, open };
}

/** The history of a text that was written letter by letter. */
function lettered(text: string): EditHistory {
  const past = [...text].map(
    (inserted, from): EditStep => ({ from, removed: '', inserted, continues: from > 0, when: from }),
  );
  return { text, past, future: [] };
}

describe('histories of a page', () => {
  it('are on the disk soon after the hand rests, and within a long run of typing too', async () => {
    const { histories, kept, writes, open } = await page();
    await open();
    for (let key = 1; key <= 60; key += 1) {
      histories.note(id, () => lettered('x'.repeat(key)));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(writes.length).toBeGreaterThanOrEqual(1);
    expect(writes.length).toBeLessThan(6);
    await vi.advanceTimersByTimeAsync(700);
    expect(kept.get(id)?.text).toBe('x'.repeat(60));
    expect(kept.get(id)?.past).toHaveLength(1);
  });

  it('are given to the text they were kept for, and to one that changed meanwhile with that change on top', async () => {
    const kept = new Map([[id, lettered('as kept')]]);
    const same = await page(kept);
    await same.open();
    expect(same.histories.recall(id, 'as kept')).toEqual(lettered('as kept'));
    const other = await page(kept);
    await other.open();
    const changed = other.histories.recall(id, 'as changed outside');
    expect(changed?.past.slice(0, -1)).toEqual(lettered('as kept').past);
    expect(changed?.text).toBe('as changed outside');
  });

  it('find what was not saved among what can be done again', async () => {
    const { histories, open } = await page(new Map([[id, lettered('saved, not saved')]]));
    await open();
    const recalled = histories.recall(id, 'saved');
    expect(recalled?.past).toHaveLength(5);
    expect(recalled?.future.map(({ inserted }) => inserted).join('')).toBe(', not saved');
  });

  it('do not forget what went before a change that came before they were asked for', async () => {
    const { histories, kept } = await page(new Map([[id, lettered('before')]]));
    const late = { from: 6, removed: '', inserted: ' late', continues: false, when: 9 };
    histories.note(id, () => ({ text: 'before late', past: [late], future: [] }));
    await histories.flush();
    const now = kept.get(id);
    expect(now?.text).toBe('before late');
    expect(now && earliestText(now)).toBe('');
    expect(now?.past.at(-1)).toEqual(late);
  });

  it('follow a file to another name, and go with a file that was closed', async () => {
    const { documents, histories, kept, open } = await page();
    await open();
    histories.note(id, () => lettered('renamed'));
    histories.follow(id, 'other.scenario.yaml');
    expect(histories.of(id)).toBeNull();
    expect(histories.of('other.scenario.yaml')?.text).toBe('renamed');
    await vi.advanceTimersByTimeAsync(700);
    expect(kept.get('other.scenario.yaml')?.text).toBe('renamed');
    histories.note(id, () => lettered('closed'));
    documents.close(id);
    await vi.advanceTimersByTimeAsync(0);
    expect(kept.get(id)?.text).toBe('closed');
    expect(histories.of(id)).toBeNull();
  });

  it('are fetched anew for work that is brought back, which the editor then takes up with them', async () => {
    const { histories, kept, open } = await page();
    await open();
    expect(histories.isStale(id)).toBe(false);
    kept.set(id, lettered('what was left'));
    await histories.loadAnew(id);
    expect(histories.isStale(id)).toBe(true);
    expect(histories.recall(id, 'what was left')).toEqual(lettered('what was left'));
    expect(histories.isStale(id)).toBe(false);
  });

  it('know nothing of a file that begins under a name there was before', async () => {
    const { histories } = await page(new Map([[id, lettered('of another file')]]));
    histories.begin(id);
    await histories.load(id);
    expect(histories.recall(id, 'new')).toBeNull();
  });
});
