import { describe, expect, it, vi } from 'vitest';
import { fail, ok } from '#shared/base/outcome.ts';
import type { Host, Input } from '#shared/contract/host.ts';
import { createDocuments } from '../../../../renderer/state/documents.ts';
import { createNotices } from '../../../../renderer/state/notices.ts';
import { keepJournal } from '../../../../renderer/state/safety/journal-keeper.ts';
import { fakeHost } from '../../../support/fake-host.ts';

const id = 'amazon-anthropic.scenario.yaml';

interface Noted {
  readonly text: string;
  readonly revision: string | null;
  readonly base: string | null;
}

/** A machine that keeps a journal as the real one does, can be started anew, and can have a full disk. */
function machine() {
  const files = fakeHost();
  const journal = new Map<string, Noted>();
  /** What an end without a farewell left on the disk. */
  const left = new Map<string, Noted>();
  const state = { isFull: false };
  const note = (input: Input<'journal.note'>) => {
    if (state.isFull) return fail({ kind: 'refused', message: 'The disk is full.' } as const);
    const known = journal.get(input.id);
    const base = input.base ?? (known?.revision === input.revision ? known.base : null);
    if (base === null) {
      return fail({ kind: 'not-found', id: input.id, message: 'unknown base' } as const);
    }
    journal.set(input.id, { ...input, base });
    return ok({});
  };
  const host: Host = {
    ...files,
    call: async (name, input) => {
      if (name === 'journal.note') return note(input as Input<'journal.note'>) as never;
      if (name === 'journal.clear') {
        return ok({ wasKnown: journal.delete((input as Input<'journal.clear'>).id) }) as never;
      }
      if (name === 'journal.list')
        return ok([...left.keys()].map((key) => ({ key, id: key, isInUse: false }))) as never;
      if (name === 'journal.read') return ok(left.get((input as Input<'journal.read'>).key)) as never;
      if (name === 'journal.take') {
        const { key } = input as Input<'journal.take'>;
        const found = left.get(key);
        if (found === undefined || journal.has(key)) return fail({ kind: 'in-use', id: key }) as never;
        journal.set(key, found);
        left.delete(key);
        return ok({}) as never;
      }
      return files.call(name, input);
    },
  };
  const startAnew = (): void => {
    for (const [key, noted] of journal) left.set(key, noted);
    journal.clear();
  };
  return { host, files, journal, left, startAnew, state };
}

async function working() {
  vi.useFakeTimers();
  const { host, files, journal, left, startAnew, state } = machine();
  const documents = createDocuments();
  const notices = createNotices();
  const first = await host.call('scenario.open', { id });
  if (!first.ok) throw new Error('the file is there');
  documents.open(first.value);
  const keeper = keepJournal(host, documents, notices);
  const stop = () => {
    keeper.stop();
    vi.useRealTimers();
  };
  return {
    ...{ host, files, journal, left, startAnew, state },
    ...{ documents, notices, keeper, stop, saved: first.value },
  };
}

describe('keepJournal', () => {
  it('has what was typed on the disk within half a second, through a long burst too', async () => {
    const { journal, documents, stop } = await working();
    for (let key = 1; key <= 100; key += 1) {
      documents.edit(id, `text ${key}`);
      await vi.advanceTimersByTimeAsync(30);
      const age = key - Number(journal.get(id)?.text.slice(5) ?? 0);
      expect(age * 30).toBeLessThanOrEqual(500);
    }
    await vi.advanceTimersByTimeAsync(500);
    expect(journal.get(id)?.text).toBe('text 100');
    stop();
  });

  it('takes the note back when the text is saved, undone or closed', async () => {
    const { host, journal, documents, saved, stop } = await working();
    documents.edit(id, 'changed');
    await vi.advanceTimersByTimeAsync(500);
    expect(journal.size).toBe(1);
    documents.edit(id, saved.text);
    await vi.advanceTimersByTimeAsync(500);
    expect(journal.size).toBe(0);
    documents.edit(id, 'changed again');
    await vi.advanceTimersByTimeAsync(500);
    const reply = await host.call('scenario.save', {
      id,
      text: 'changed again',
      basedOn: saved.ref.revision,
    });
    if (reply.ok) documents.saved(id, reply.value, 'changed again');
    await vi.advanceTimersByTimeAsync(500);
    expect(journal.size).toBe(0);
    documents.edit(id, 'once more');
    await vi.advanceTimersByTimeAsync(500);
    expect(journal.size).toBe(1);
    documents.close(id);
    await vi.advanceTimersByTimeAsync(500);
    expect(journal.size).toBe(0);
    stop();
  });

  it('tells what the changes began from, again after a save and after the machine was started anew', async () => {
    const { journal, documents, saved, stop } = await working();
    documents.edit(id, 'changed');
    await vi.advanceTimersByTimeAsync(500);
    expect(journal.get(id)).toMatchObject({ base: saved.text, revision: saved.ref.revision });
    journal.clear();
    documents.edit(id, 'changed more');
    await vi.advanceTimersByTimeAsync(500);
    expect(journal.get(id)).toMatchObject({ text: 'changed more', base: saved.text });
    documents.saved(id, { ...saved.ref, revision: 'next' }, 'changed more');
    documents.edit(id, 'and on');
    await vi.advanceTimersByTimeAsync(500);
    expect(journal.get(id)).toMatchObject({ text: 'and on', revision: 'next', base: 'changed more' });
    stop();
  });

  it('goes on with its own journal that a save without an answer has brought up to date', async () => {
    const { host, journal, documents, notices, saved, keeper, stop } = await working();
    keeper.stop();
    const left = { key: 'left-behind', id, isInUse: false };
    const taken: string[] = [];
    const restarted: Host = {
      ...host,
      call: async (name, input) => {
        if (name === 'journal.list') return ok([left]) as never;
        if (name === 'journal.read') return ok({ id, text: 'handed over' }) as never;
        if (name === 'journal.take') taken.push((input as Input<'journal.take'>).key);
        return name === 'journal.take' ? (ok({}) as never) : host.call(name, input);
      },
    };
    const again = keepJournal(restarted, documents, notices, () => ['handed over']);
    documents.edit(id, 'handed');
    await vi.advanceTimersByTimeAsync(500);
    // The machine is started anew, and has forgotten the base of what it noted.
    journal.clear();
    documents.edit(id, 'handed over, and typed on');
    await vi.advanceTimersByTimeAsync(500);
    expect(taken).toEqual(['left-behind']);
    expect(journal.get(id)).toMatchObject({ text: 'handed over, and typed on', base: saved.text });
    again.stop();
    stop();
  });

  it.each([
    ['nothing more is typed', null],
    ['typing goes on', 'and on'],
  ])(
    'leaves nothing behind of a text that was saved after the machine was started anew, and %s',
    async (_, more) => {
      const { journal, left, startAnew, documents, saved, stop } = await working();
      documents.edit(id, 'changed');
      await vi.advanceTimersByTimeAsync(500);
      startAnew();
      expect([left.size, journal.size]).toEqual([1, 0]);
      documents.edit(id, 'changed more');
      documents.saved(id, { ...saved.ref, revision: 'next' }, 'changed more');
      if (more !== null) documents.edit(id, more);
      await vi.advanceTimersByTimeAsync(500);
      expect(left.size).toBe(0);
      expect(journal.get(id)?.text).toBe(more ?? undefined);
      stop();
    },
  );

  it('leaves alone what another window has left of the same file', async () => {
    const { left, startAnew, documents, saved, stop } = await working();
    documents.edit(id, 'changed');
    await vi.advanceTimersByTimeAsync(500);
    startAnew();
    left.set(id, { text: 'not written here', revision: saved.ref.revision, base: saved.text });
    documents.saved(id, { ...saved.ref, revision: 'next' }, 'changed');
    await vi.advanceTimersByTimeAsync(500);
    expect(left.get(id)?.text).toBe('not written here');
    stop();
  });

  it('says so when the disk refuses, tries again by itself, and takes the warning back', async () => {
    const { journal, state, documents, notices, stop } = await working();
    state.isFull = true;
    documents.edit(id, 'changed');
    await vi.advanceTimersByTimeAsync(500);
    expect(notices.store.getState().list).toMatchObject([{ key: 'journal', tone: 'trouble' }]);
    state.isFull = false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(journal.get(id)?.text).toBe('changed');
    expect(notices.store.getState().list).toEqual([]);
    stop();
  });

  it('notes a scenario that was never saved', async () => {
    const { journal, documents, stop } = await working();
    documents.openNew('new.scenario.yaml', 'offtake: 1\n');
    await vi.advanceTimersByTimeAsync(500);
    expect(journal.get('new.scenario.yaml')).toMatchObject({ text: 'offtake: 1\n', revision: null });
    stop();
  });
});
