import { expect, it } from 'vitest';
import type { Host } from '#shared/contract/host.ts';
import type { Fixture } from './suite.ts';

const id = 'a.scenario.yaml';
const first = 'title: One\n';

/** Opens a library with one file in it; says how to ask and what the file's revision is. */
async function withFile(open: () => Promise<Fixture>): Promise<Fixture & { readonly revision: string }> {
  const fixture = await open();
  const created = await fixture.host.call('scenario.create', { id, text: first });
  if (!created.ok) throw new Error(JSON.stringify(created.error));
  return { ...fixture, revision: created.value.revision };
}

async function must<K extends Parameters<Host['call']>[0]>(
  host: Host,
  name: K,
  input: unknown,
): Promise<unknown> {
  const reply = await host.call(name, input as never);
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
  return reply.value;
}

/** What must hold of journals and versions behind every door. */
export function describeSafety(open: () => Promise<Fixture>): void {
  it('notes unsaved texts, shows them as in use, and forgets them when told', async () => {
    const { host, revision } = await withFile(open);
    await must(host, 'journal.note', { id, text: 'title: Two\n', revision, base: first });
    await must(host, 'journal.note', { id, text: 'title: Three\n', revision, base: null });
    expect(await must(host, 'journal.list', {})).toMatchObject([{ id, file: 'same', isInUse: true }]);
    await must(host, 'journal.clear', { id });
    expect(await must(host, 'journal.list', {})).toEqual([]);
  });

  it('asks for the text that changes began from when it does not know it', async () => {
    const { host, revision } = await withFile(open);
    const unknown = await host.call('journal.note', { id, text: 'x', revision, base: null });
    expect(unknown).toMatchObject({ ok: false, error: { kind: 'not-found' } });
    await must(host, 'journal.note', { id: 'new.scenario.yaml', text: 'x', revision: null, base: '' });
    expect(await must(host, 'journal.list', {})).toMatchObject([
      { id: 'new.scenario.yaml', file: 'never-saved' },
    ]);
  });

  it('reads unsaved work with the steps that led to it', async () => {
    const { host, revision } = await withFile(open);
    await must(host, 'journal.note', { id, text: 'title: Two\n', revision, base: first });
    await must(host, 'journal.note', { id, text: 'title: Two!\n', revision, base: null });
    const [work] = (await must(host, 'journal.list', {})) as { key: string }[];
    expect(await must(host, 'journal.read', { key: work?.key })).toEqual({
      id,
      text: 'title: Two!\n',
      revision,
      base: first,
    });
    // Another window's work can be looked at but not taken away.
    expect(await host.call('journal.take', { key: work?.key ?? '' })).toMatchObject({
      error: { kind: 'refused' },
    });
    expect(await host.call('journal.discard', { key: work?.key ?? '' })).toMatchObject({
      error: { kind: 'refused' },
    });
    expect(await host.call('journal.read', { key: 'no-such-journal' })).toMatchObject({
      error: { kind: 'not-found' },
    });
  });

  it('keeps what saves write and what they replace, and names versions', async () => {
    const { host, writeOutside, revision } = await withFile(open);
    await must(host, 'scenario.save', { id, text: 'title: Two\n', basedOn: revision });
    await writeOutside(id, 'title: Elsewhere\n');
    const opened = (await must(host, 'scenario.open', { id })) as { ref: { revision: string } };
    await must(host, 'scenario.save', { id, text: 'title: Three\n', basedOn: opened.ref.revision });
    const versions = (await must(host, 'versions.list', { id })) as { number: number; cause: string }[];
    const texts = await Promise.all(
      versions.map(({ number }) => must(host, 'versions.read', { id, number })),
    );
    expect(texts).toEqual(
      ['title: Three\n', 'title: Elsewhere\n', 'title: Two\n', first].map((text) => ({ text })),
    );
    expect(versions.map(({ cause }) => cause)).toEqual(['saved', 'replaced', 'saved', 'saved']);
    await must(host, 'versions.name', { id, number: 1, name: 'the first' });
    expect(await must(host, 'versions.keep', { id, text: 'title: Draft\n', name: 'a draft' })).toMatchObject({
      cause: 'kept',
      name: 'a draft',
    });
    expect(await must(host, 'versions.list', { id })).toMatchObject([
      { name: 'a draft' },
      {},
      {},
      {},
      { name: 'the first' },
    ]);
    expect(await host.call('versions.read', { id, number: 99 })).toMatchObject({
      error: { kind: 'not-found' },
    });
    expect(await host.call('versions.list', { id: '../x.yaml' })).toMatchObject({
      error: { kind: 'refused' },
    });
  });

  it('keeps what can be taken back in a file, lets it follow a new name, and drops it with the file', async () => {
    const { host } = await withFile(open);
    const step = { from: 7, removed: 'Nil', inserted: 'One', continues: false, when: 5 };
    const history = { text: first, past: [step], future: [] };
    expect(await must(host, 'history.read', { id })).toEqual({ history: null });
    await must(host, 'history.keep', { id, history });
    expect(await must(host, 'history.read', { id })).toEqual({ history });
    await must(host, 'scenario.rename', { id, to: 'b.scenario.yaml' });
    expect(await must(host, 'history.read', { id })).toEqual({ history: null });
    expect(await must(host, 'history.read', { id: 'b.scenario.yaml' })).toEqual({ history });
    await must(host, 'scenario.remove', { id: 'b.scenario.yaml' });
    expect(await must(host, 'history.read', { id: 'b.scenario.yaml' })).toEqual({ history: null });
    expect(await host.call('history.keep', { id: '../x.yaml', history })).toMatchObject({
      error: { kind: 'refused' },
    });
    const strange = { ...history, past: [{ ...step, from: -1 }] };
    expect(await host.call('history.keep', { id, history: strange })).toMatchObject({
      error: { kind: 'invalid-call' },
    });
  });

  it('keeps the layout of the window with the library, and gives it back', async () => {
    const { host } = await withFile(open);
    expect(await must(host, 'library.layout', {})).toEqual({ layout: null });
    await must(host, 'library.keep-layout', { layout: '{"period":"year"}' });
    const { layout } = (await must(host, 'library.layout', {})) as { layout: string };
    expect(JSON.parse(layout)).toEqual({ period: 'year' });
    const listed = (await must(host, 'scenario.list', {})) as { id: string }[];
    expect(listed.map((one) => one.id)).toEqual([id]);
  });

  it('gathers diagnostics that hold nothing of a scenario', async () => {
    const { host } = await withFile(open);
    const { text } = (await must(host, 'app.diagnostics', {})) as { text: string };
    expect(text).toContain('Offtake 0.0.0');
    expect(text).toContain('1 files in the library');
    expect(text).not.toContain('title');
  });
}
