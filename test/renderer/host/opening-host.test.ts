import { describe, expect, it } from 'vitest';
import { fail, ok } from '#shared/base/outcome.ts';
import type { Opening } from '#shared/contract/calls.ts';
import type { CallName, Host, Reply } from '#shared/contract/host.ts';
import { openingHost } from '../../../renderer/host/opening-host.ts';
import { fakeHost } from '../../support/fake-host.ts';

const id = 'half-power.scenario.yaml';

/** A host that knows its opening, with the answers its own handlers give; every call is counted. */
async function withOpening(): Promise<{
  readonly host: Host;
  readonly asked: CallName[];
  readonly opening: Opening;
}> {
  const fake = fakeHost();
  const value = async <K extends CallName>(reply: Promise<Reply<K>>) => {
    const answer = await reply;
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value;
  };
  const opened = await value<'scenario.open'>(fake.call('scenario.open', { id }));
  const { files } = await value<'scenario.companions'>(
    fake.call('scenario.companions', { id, text: opened.text }),
  );
  const scenario = { id, text: opened.text, files };
  const opening: Opening = {
    app: await value<'app.describe'>(fake.call('app.describe', {})),
    refs: await value<'scenario.list'>(fake.call('scenario.list', {})),
    settings: { theme: 'dark', recent: [id], layout: {} },
    layout: '{"isLibraryOpen":false}',
    first: {
      opened,
      history: null,
      files,
      projection: await fake.call('projection.follow', { ticket: 0, scenario, known: [] }),
    },
  };
  const asked: CallName[] = [];
  const host: Host = {
    call: async (name, input) => {
      asked.push(name);
      return name === 'app.opening' ? (ok(opening) as never) : fake.call(name, input);
    },
    on: fake.on,
  };
  return { host, asked, opening };
}

describe('the host while a window opens', () => {
  it('is asked for all a window begins with before anybody wants it, and for nothing of it again', async () => {
    const { host, asked, opening } = await withOpening();
    const page = openingHost(host);
    expect(asked).toEqual(['app.opening']);
    const { first } = opening;
    if (first === null) throw new Error('the opening has a scenario');
    const { text } = first.opened;
    expect(await page.call('app.describe', {})).toEqual(ok(opening.app));
    expect(await page.call('scenario.list', {})).toEqual(ok(opening.refs));
    expect(await page.call('settings.read', {})).toEqual(ok({ settings: opening.settings }));
    expect(await page.call('library.layout', {})).toEqual(ok({ layout: opening.layout }));
    expect(await page.call('scenario.open', { id })).toEqual(ok(first.opened));
    expect(await page.call('history.read', { id })).toEqual(ok({ history: null }));
    expect(await page.call('scenario.companions', { id, text })).toEqual(ok({ files: first.files }));
    const scenario = { id, text, files: { ...first.files } };
    expect(await page.call('projection.follow', { ticket: 1, scenario, known: [] })).toBe(first.projection);
    expect(asked).toEqual(['app.opening']);
  });

  it('gives each answer once: what is asked again is asked of the machine', async () => {
    const { host, asked } = await withOpening();
    const page = openingHost(host);
    await page.call('scenario.open', { id });
    await page.call('scenario.open', { id });
    await page.call('scenario.list', {});
    await page.call('scenario.list', {});
    expect(asked).toEqual(['app.opening', 'scenario.open', 'scenario.list']);
  });

  it('asks the machine about another file, another text, and other files beneath it', async () => {
    const { host, asked, opening } = await withOpening();
    const page = openingHost(host);
    const text = opening.first?.opened.text ?? '';
    const files = opening.first?.files ?? {};
    const project = (scenario: { id: string; text: string; files: Readonly<Record<string, string>> }) =>
      page.call('projection.follow', { ticket: 1, scenario, known: [] });
    const [base = ''] = Object.keys(files);
    await page.call('scenario.open', { id: base });
    await page.call('history.read', { id: base });
    await page.call('scenario.companions', { id, text: `${text}# more\n` });
    await project({ id: base, text, files });
    await project({ id, text: `${text}# more\n`, files });
    await project({ id, text, files: {} });
    await project({ id, text, files: { [base]: `${files[base]}# more\n` } });
    expect(asked.slice(1)).toEqual([
      'scenario.open',
      'history.read',
      'scenario.companions',
      ...Array.from({ length: 4 }, () => 'projection.follow'),
    ]);
  });

  it('knows nothing once the opening is over', async () => {
    const { host, asked } = await withOpening();
    const page = openingHost(host);
    page.endOpening();
    await page.call('scenario.open', { id });
    await page.call('settings.read', {});
    expect(asked).toEqual(['app.opening', 'scenario.open', 'settings.read']);
  });

  it('does not keep other questions waiting for the opening', async () => {
    const fake = fakeHost();
    fake.hold('app.opening');
    const page = openingHost(fake);
    expect(await page.call('work.cancel', { ticket: 1 })).toEqual(ok({}));
    fake.release('app.opening');
  });

  it('asks one after another where the machine cannot give its opening', async () => {
    const fake = fakeHost();
    const page = openingHost({
      call: async (name, input) =>
        name === 'app.opening' ? (fail({ kind: 'refused', message: 'no' }) as never) : fake.call(name, input),
      on: fake.on,
    });
    expect(await page.call('scenario.open', { id })).toMatchObject({ ok: true, value: { ref: { id } } });
  });
});
