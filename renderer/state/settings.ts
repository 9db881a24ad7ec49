import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Settings } from '#shared/contract/calls.ts';
import type { Host } from '#shared/contract/host.ts';
import { type LayoutStore, layoutFrom, layoutText } from './layout.ts';
import type { LayoutHistory } from './undo/layout-history.ts';

export type Theme = Settings['theme'];

export interface SettingsState {
  readonly theme: Theme;
  readonly recent: readonly string[];
}

/** What the program remembers: theme, recent files, and the layout of each library. */
export interface SettingsKeeper {
  readonly store: StoreApi<SettingsState>;
  /** Layouts are kept by library, whose name is known when `libraryIsKnown` settles. */
  load(libraryIsKnown: Promise<void>): Promise<void>;
  /** Takes up the layout of another library, once its name is known. */
  followLibrary(libraryIsKnown: Promise<void>): Promise<void>;
  noteRecent(id: string): void;
  stop(): void;
}

const recentLimit = 12;
const writeDelay = 400;

/** Where the changes of a layout that can be taken back are kept; no folder has such a name. */
function historyKey(libraryName: string): string {
  return `${libraryName}/history`;
}

/** Reads settings once and writes them back when theme, recent files or layout have come to rest. */
export function createSettings(
  host: Host,
  layout: LayoutStore,
  history: LayoutHistory,
  libraryName: () => string,
): SettingsKeeper {
  const store = createStore<SettingsState>(() => ({ theme: 'system', recent: [] }));
  let kept: Settings | null = null;
  /** The layout as the folder of the library has it; null where it could not take it. */
  let inFolder: string | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const write = async () => {
    if (kept === null) return;
    const name = libraryName();
    const text = layoutText(layout.getState());
    if (text !== inFolder) {
      const reply = await host.call('library.keep-layout', { layout: text });
      inFolder = reply.ok ? text : null;
    }
    const { [name]: _own, ...others } = kept.layout;
    const own = inFolder === null ? { [name]: text } : {};
    const layouts = { ...others, ...own, [historyKey(name)]: history.text() };
    const next: Settings = { ...store.getState(), layout: layouts };
    if (JSON.stringify(next) === JSON.stringify(kept)) return;
    kept = next;
    void host.call('settings.write', { settings: next });
  };
  const writeSoon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => void write(), writeDelay);
  };
  const stops = [store.subscribe(writeSoon), layout.subscribe(writeSoon)];

  const takeUpLayout = (ofFolder: string | null, own: Settings['layout']) => {
    const name = libraryName();
    history.takeUp(layoutFrom(ofFolder ?? own[name]), own[historyKey(name)]);
    // Until something is changed nothing is written into the folder of the user.
    inFolder = ofFolder === null && own[name] !== undefined ? null : layoutText(layout.getState());
    clearTimeout(timer);
  };
  const layoutOfFolder = async () => {
    const reply = await host.call('library.layout', {});
    return reply.ok ? reply.value.layout : null;
  };

  return {
    store,
    async load(libraryIsKnown) {
      const [reply, ofFolder] = await Promise.all([
        host.call('settings.read', {}),
        layoutOfFolder(),
        libraryIsKnown,
      ]);
      if (!reply.ok) return;
      const { settings } = reply.value;
      store.setState({ theme: settings.theme, recent: settings.recent });
      takeUpLayout(ofFolder, settings.layout);
      kept = settings;
    },
    async followLibrary(libraryIsKnown) {
      // What is still to be written belongs to the folder before.
      clearTimeout(timer);
      const [ofFolder] = await Promise.all([layoutOfFolder(), libraryIsKnown]);
      if (kept !== null) takeUpLayout(ofFolder, kept.layout);
    },
    noteRecent(id) {
      const { recent } = store.getState();
      if (recent[0] !== id)
        store.setState({ recent: [id, ...recent.filter((one) => one !== id)].slice(0, recentLimit) });
    },
    stop() {
      clearTimeout(timer);
      for (const stop of stops) stop();
    },
  };
}
