import { expect, it } from 'vitest';
import type { CallName, Host, Input } from '#shared/contract/host.ts';
import type { Fixture } from './suite.ts';

const id = 'a.scenario.yaml';

/** What must hold of the opening behind every door: it says nothing but what the questions it stands for are answered with. */
export function describeOpening(open: () => Promise<Fixture>, text: string): void {
  const must = async <K extends CallName>(host: Host, name: K, input: Input<K>) => {
    const reply = await host.call(name, input);
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`);
    return reply.value;
  };

  it('gives in one answer what a window would ask one after another', async () => {
    const { host, writeOutside } = await open();
    const base = 'base.scenario.yaml';
    const variant = `offtake: 1\ntitle: More power\nextends: ${base}\ndeals: { cloud: { capacity: { ceiling: 3 GW } } }\n`;
    await writeOutside(base, text);
    await writeOutside(id, variant);
    const kept = { theme: 'dark', recent: ['gone.scenario.yaml', id], layout: {} } as const;
    await must(host, 'settings.write', { settings: kept });
    const { app, refs, settings, layout, first } = await must(host, 'app.opening', {});
    expect(app).toEqual(await must(host, 'app.describe', {}));
    expect(refs).toEqual(await must(host, 'scenario.list', {}));
    expect({ settings }).toEqual(await must(host, 'settings.read', {}));
    expect({ layout }).toEqual(await must(host, 'library.layout', {}));
    expect(first?.opened).toEqual(await must(host, 'scenario.open', { id }));
    expect({ history: first?.history }).toEqual(await must(host, 'history.read', { id }));
    expect({ files: first?.files }).toEqual(await must(host, 'scenario.companions', { id, text: variant }));
    expect(Object.keys(first?.files ?? {})).toEqual([base]);
    const scenario = { id, text: variant, files: first?.files ?? {} };
    const asked = await must(host, 'projection.follow', { ticket: 1, scenario, known: [] });
    expect(first?.projection).toMatchObject({ ok: true, value: { hash: asked.hash, packed: asked.packed } });
  });

  it('tells the faults of a scenario that cannot be run, and still gives its text', async () => {
    const { host, writeOutside } = await open();
    const broken = text.replace('ceiling: 2 GW', 'ceiling: two GW');
    await writeOutside(id, broken);
    const { first } = await must(host, 'app.opening', {});
    expect(first?.opened.text).toBe(broken);
    expect(first?.projection).toMatchObject({ ok: false, error: { kind: 'invalid-scenario' } });
  });

  it('opens an empty library with nothing in it', async () => {
    const { host } = await open();
    expect(await must(host, 'app.opening', {})).toMatchObject({ refs: [], first: null });
  });

  it('lets events flow from then on, as the description by itself does', async () => {
    const { host, writeOutside } = await open();
    await must(host, 'app.opening', {});
    const added: string[] = [];
    host.on('library.changed', ({ reason }) => added.push(reason));
    await expect
      .poll(
        async () => {
          await writeOutside(`${process.hrtime.bigint()}.scenario.yaml`, text);
          return added.includes('added');
        },
        { timeout: 10_000, interval: 200 },
      )
      .toBe(true);
  });
}
