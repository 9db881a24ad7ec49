import { describe, expect, it, onTestFinished } from 'vitest';
import { createStores, openLibrary } from '../../../renderer/state/stores.ts';
import { fakeHost } from '../../support/fake-host.ts';

const base = 'amazon-anthropic.scenario.yaml';
const variant = 'half-power.scenario.yaml';

async function opened() {
  const host = fakeHost();
  const port = { postMessage: () => undefined, onmessage: null, terminate: () => undefined };
  const stores = createStores(host, () => port);
  onTestFinished(() => stores.stop());
  await openLibrary(stores);
  return { host, stores, comparison: stores.comparison };
}

describe('the comparison', () => {
  it('begins with the scenario on screen as its base', async () => {
    const { comparison } = await opened();
    comparison.open();
    expect(comparison.store.getState()).toMatchObject({ isOpen: true, ticked: [base], base });
  });

  it('keeps a base while one scenario is ticked, and takes six at most', async () => {
    const { comparison, stores } = await opened();
    comparison.tick(base);
    comparison.tick(variant);
    expect(comparison.store.getState()).toMatchObject({ ticked: [base, variant], base });
    comparison.tick(base);
    expect(comparison.store.getState()).toMatchObject({ ticked: [variant], base: variant });
    for (const id of ['a', 'b', 'c', 'd', 'e']) comparison.tick(`${id}.scenario.yaml`);
    expect(comparison.store.getState().ticked).toHaveLength(6);
    comparison.tick('f.scenario.yaml');
    expect(comparison.store.getState().ticked).toHaveLength(6);
    expect(stores.notices.store.getState().list.at(-1)?.text).toContain('At most 6');
  });

  it('asks for inputs and outcomes of the texts on screen, the base first among equals', async () => {
    const { comparison, host, stores } = await opened();
    stores.documents.edit(base, `${stores.documents.find(base)?.text}# edited\n`);
    comparison.tick(base);
    comparison.tick(variant);
    comparison.open();
    await expect.poll(() => host.calls.filter(({ name }) => name === 'compare.inputs').length).toBe(2);
    const asked = host.calls.find(({ name }) => name === 'compare.inputs');
    expect(JSON.stringify(asked?.input)).toContain('# edited');
  });

  it('names what does not read, and goes on', async () => {
    const { comparison } = await opened();
    comparison.tick(base);
    comparison.tick('nowhere.scenario.yaml');
    comparison.open();
    await expect
      .poll(() => comparison.store.getState().members.find(({ id }) => id.startsWith('nowhere'))?.fault)
      .toMatchObject({ kind: 'not-found' });
  });

  it('is saved as a small file and opened from it', async () => {
    const { comparison, host } = await opened();
    comparison.tick(base);
    comparison.tick(variant);
    comparison.choose({ layout: 'multiples', at: '2030-12', pinned: ['capacity.online'] });
    await comparison.save('On time: or late?');
    const text = host.files.get('on-time-or-late.comparison.yaml') ?? '';
    expect(text).toContain('offtake-comparison: 1');
    const again = await opened();
    again.host.files.set('kept.comparison.yaml', text);
    await again.comparison.openFile('kept.comparison.yaml');
    expect(again.comparison.store.getState()).toMatchObject({
      isOpen: true,
      title: 'On time: or late?',
      ticked: [base, variant],
      base,
      layout: 'multiples',
      at: '2030-12',
      pinned: ['capacity.online'],
    });
  });

  it('says what is wrong with a file it cannot open', async () => {
    const { comparison, host, stores } = await opened();
    host.files.set(
      'bad.comparison.yaml',
      'offtake-comparison: 1\ntitle: Bad\nscenarios: [ a.scenario.yaml ]\n',
    );
    await comparison.openFile('bad.comparison.yaml');
    expect(comparison.store.getState().isOpen).toBe(false);
    expect(stores.notices.store.getState().list.at(-1)?.text).toContain('two to six');
  });
});
