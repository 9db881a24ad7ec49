import type { Theme } from '../state/settings.ts';
import type { Stores } from '../state/stores.ts';
import { analysisCommands } from './analysis-commands.ts';
import { compareCommands } from './compare-commands.ts';
import { exportCommands } from './export-commands.ts';
import { safetyCommands } from './safety-commands.ts';

/** Something the user can do, wherever it is asked for: palette, keys, native menu or button. */
export interface Command {
  readonly id: string;
  readonly title: string;
  readonly group: 'Scenario' | 'Edit' | 'View' | 'Charts' | 'Analysis' | 'Help';
  /** Keys as `Mod+Shift+S`; Mod is Ctrl, on a Mac Cmd. Null where none are set. */
  readonly keys: string | null;
  /** Other keys some are used to. */
  readonly otherKeys?: string;
  /** Whether the keys are left to fields and the editor, which have an undo of their own, and to dialogs. */
  readonly yieldsToFields?: boolean;
  readonly isEnabled: () => boolean;
  readonly run: () => void;
}

const themes: readonly Theme[] = ['light', 'dark', 'high-contrast', 'system'];

/** Every command of the window, over its stores. */
export function createCommands(stores: Stores): readonly Command[] {
  return [
    ...scenarioCommands(stores),
    ...editCommands(stores),
    ...viewCommands(stores),
    ...chartCommands(stores),
    ...analysisCommands(stores),
    ...compareCommands(stores),
    ...exportCommands(stores),
    ...safetyCommands(stores),
    ...helpCommands(stores),
  ];
}

const always = () => true;

function scenarioCommands({ documents, files, dialogs, library, host }: Stores): Command[] {
  const active = () => documents.active();
  const hasActive = () => active() !== null;
  const withActive = (act: (id: string) => void) => () => {
    const document = active();
    if (document) act(document.id);
  };
  const make = (
    id: string,
    title: string,
    keys: string | null,
    run: () => void,
    isEnabled = hasActive,
  ): Command => ({
    id: `scenario.${id}`,
    title,
    group: 'Scenario',
    keys,
    isEnabled,
    run,
  });
  const move = (by: number) => () => {
    const { open, activeId } = documents.store.getState();
    const at = open.findIndex((one) => one.id === activeId);
    const next = open[(at + by + open.length) % open.length];
    if (next) documents.activate(next.id);
  };
  return [
    make(
      'new',
      'New scenario…',
      'Mod+N',
      () => dialogs.show({ kind: 'name', purpose: 'new', id: '' }),
      always,
    ),
    make('open', 'Open scenario…', 'Mod+O', () => void files.pick(), always),
    make(
      'save',
      'Save',
      'Mod+S',
      withActive((id) => void files.save(id)),
    ),
    make(
      'save-as',
      'Save as…',
      'Mod+Shift+S',
      withActive((id) => void files.askForName(id)),
    ),
    make(
      'variant',
      'New variant of this scenario…',
      'Mod+Shift+N',
      withActive((id) => dialogs.show({ kind: 'name', purpose: 'variant', id })),
    ),
    make(
      'duplicate',
      'Duplicate',
      null,
      withActive((id) => void files.duplicate(id)),
    ),
    make(
      'rename',
      'Rename…',
      null,
      withActive((id) => dialogs.show({ kind: 'name', purpose: 'rename', id })),
    ),
    make(
      'remove',
      'Move to trash…',
      null,
      withActive((id) => dialogs.show({ kind: 'remove', id })),
    ),
    make('close', 'Close', 'Mod+W', withActive(files.close)),
    make('next', 'Next open scenario', 'Mod+Alt+ArrowRight', move(1)),
    make('previous', 'Previous open scenario', 'Mod+Alt+ArrowLeft', move(-1)),
    {
      id: 'library.choose',
      title: 'Choose library folder…',
      group: 'Scenario',
      keys: null,
      isEnabled: () => library.store.getState().app?.can.chooseFolder ?? false,
      run: () => void host.call('library.choose', {}).then(() => library.refresh()),
    },
  ];
}

function editCommands({ documents, editorLink, undo }: Stores): Command[] {
  const make = (id: string, title: string, keys: string | null, run: () => void): Command => ({
    id: `edit.${id}`,
    title,
    group: 'Edit',
    keys,
    isEnabled: () => documents.active() !== null,
    run,
  });
  return [
    { ...make('undo', 'Undo', 'Mod+Z', undo.undo), yieldsToFields: true },
    {
      ...make('redo', 'Redo', 'Mod+Shift+Z', undo.redo),
      otherKeys: 'Mod+Y',
      yieldsToFields: true,
    },
    make('find', 'Find in the text', null, () => editorLink.act('find')),
    make('replace', 'Replace in the text', null, () => editorLink.act('replace')),
    make('format', 'Format the text', 'Shift+Alt+F', () => editorLink.act('format')),
    make('next-problem', 'Go to the next problem', 'F8', () => editorLink.act('next-problem')),
    make('hover', 'Tell about the word at the cursor', 'Mod+I', () => editorLink.act('hover')),
    make('definition', 'Go to what the word at the cursor names', 'F12', () => editorLink.act('definition')),
    make('fix', 'Mend the fault at the cursor…', 'Mod+.', () => editorLink.act('fix')),
    make('rename', 'Rename the key at the cursor…', 'F2', () => editorLink.act('rename')),
    make('outline', 'Go to a heading of the text', 'Mod+Shift+O', () => editorLink.act('outline')),
    make('focus', 'Go to the editor', 'Mod+1', () => editorLink.focus()),
  ];
}

function viewCommands({ layout, settings, dialogs }: Stores): Command[] {
  const make = (id: string, title: string, keys: string | null, run: () => void): Command => ({
    id: `view.${id}`,
    title,
    group: 'View',
    keys,
    isEnabled: always,
    run,
  });
  const focus = (selector: string) => () => document.querySelector<HTMLElement>(selector)?.focus();
  return [
    make('palette', 'All commands…', 'Mod+K', () => dialogs.show({ kind: 'palette', find: '' })),
    make('library', 'Show or hide the library', 'Mod+B', () =>
      layout.setState((state) => ({ isLibraryOpen: !state.isLibraryOpen })),
    ),
    make('details', 'Show or hide the details', 'Mod+J', () =>
      layout.setState((state) => ({ bottom: state.bottom === null ? 'problems' : null })),
    ),
    make('charts', 'Go to the charts', 'Mod+2', focus('.plot')),
    make('figures', 'Go to the headline figures', 'Mod+3', focus('.figure')),
    make('theme', 'Switch light and dark', null, () => {
      const isDark = document.documentElement.dataset.theme !== 'light';
      settings.store.setState({ theme: isDark ? 'light' : 'dark' });
    }),
    ...themes.map((theme) =>
      make(`theme.${theme}`, `Theme: ${theme.replace('-', ' ')}`, null, () =>
        settings.store.setState({ theme }),
      ),
    ),
  ];
}

function chartCommands({ layout, dialogs }: Stores): Command[] {
  const make = (id: string, title: string, keys: string | null, run: () => void): Command => ({
    id: `charts.${id}`,
    title,
    group: 'Charts',
    keys,
    isEnabled: always,
    run,
  });
  return [
    make('choose', 'Choose charts and measures…', 'Mod+Shift+M', () => dialogs.show({ kind: 'measures' })),
    make('month', 'By month', 'Alt+1', () => layout.setState({ period: 'month' })),
    make('quarter', 'By quarter', 'Alt+2', () => layout.setState({ period: 'quarter' })),
    make('year', 'By year', 'Alt+3', () => layout.setState({ period: 'year' })),
    make('cumulative', 'Cumulative or per period', 'Alt+4', () =>
      layout.setState((state) => ({ isCumulative: !state.isCumulative })),
    ),
    make('all-years', 'Show all years', 'Alt+0', () => layout.setState({ zoom: null })),
  ];
}

function helpCommands({ dialogs }: Stores): Command[] {
  return [
    {
      id: 'help.reference',
      title: 'Reference',
      group: 'Help',
      keys: 'F1',
      isEnabled: always,
      run: () => dialogs.show({ kind: 'reference', find: '' }),
    },
  ];
}
