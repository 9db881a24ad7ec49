import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fail, ok } from '#shared/base/outcome.ts';
import type { Settings } from '#shared/contract/calls.ts';
import type { Host, Input } from '#shared/contract/host.ts';
import { createLayout } from '../../../renderer/state/layout.ts';
import { createSettings } from '../../../renderer/state/settings.ts';
import { createLayoutHistory } from '../../../renderer/state/undo/layout-history.ts';
import { fakeHost } from '../../support/fake-host.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A machine with settings of its own and folders that keep layouts, or do not. */
function machine() {
  const files = fakeHost();
  const folders = new Map<string, string | null>();
  const state = { folder: 'deals', takesLayouts: true, writes: 0 };
  let settings: Settings = { theme: 'light', recent: [], layout: {} };
  const host: Host = {
    ...files,
    call: async (name, input) => {
      if (name === 'library.layout') return ok({ layout: folders.get(state.folder) ?? null }) as never;
      if (name === 'library.keep-layout') {
        if (!state.takesLayouts) return fail({ kind: 'refused', message: 'read only' }) as never;
        state.writes += 1;
        folders.set(state.folder, (input as Input<'library.keep-layout'>).layout);
        return ok({}) as never;
      }
      if (name === 'settings.read') return ok({ settings }) as never;
      if (name === 'settings.write') {
        settings = (input as Input<'settings.write'>).settings;
        return ok({}) as never;
      }
      return files.call(name, input);
    },
  };
  return { host, folders, state, settings: () => settings };
}

async function window({ host, state }: ReturnType<typeof machine>) {
  const layout = createLayout();
  const history = createLayoutHistory(layout, Date.now);
  const settings = createSettings(host, layout, history, () => state.folder);
  await settings.load(Promise.resolve());
  const rest = () => vi.advanceTimersByTimeAsync(1_000);
  return { layout, history, settings, rest };
}

describe('the layout of the window', () => {
  it('goes with the folder of the library, to another machine too', async () => {
    const one = machine();
    const { layout, rest } = await window(one);
    await rest();
    expect(one.state.writes).toBe(0);
    layout.setState({ charts: ['fleet'], period: 'year' });
    await rest();
    expect(one.folders.get('deals')).toContain('"year"');
    expect(one.settings().layout['deals']).toBeUndefined();
    const other = machine();
    other.folders.set('deals', one.folders.get('deals') ?? null);
    const next = await window(other);
    expect(next.layout.getState()).toMatchObject({ charts: ['fleet'], period: 'year' });
  });

  it('stays on the machine where the folder cannot take it, and moves into it once it can', async () => {
    const one = machine();
    one.state.takesLayouts = false;
    const { layout, rest } = await window(one);
    layout.setState({ period: 'year' });
    await rest();
    expect(one.settings().layout['deals']).toContain('"year"');
    one.state.takesLayouts = true;
    const next = await window(one);
    expect(next.layout.getState().period).toBe('year');
    next.layout.setState({ isCumulative: false });
    await next.rest();
    expect(one.folders.get('deals')).toContain('"year"');
    expect(one.settings().layout['deals']).toBeUndefined();
  });

  it('is that of another folder once that is the library, and neither gets what belongs to the other', async () => {
    const one = machine();
    const { layout, settings, history, rest } = await window(one);
    layout.setState({ period: 'year' });
    await rest();
    layout.setState({ charts: ['fleet'] });
    one.state.folder = 'others';
    await settings.followLibrary(Promise.resolve());
    await rest();
    expect(layout.getState()).toMatchObject({ period: 'month' });
    expect(one.folders.get('others')).toBeUndefined();
    expect(history.last()).toBeNull();
    one.state.folder = 'deals';
    await settings.followLibrary(Promise.resolve());
    expect(layout.getState().period).toBe('year');
  });
});
