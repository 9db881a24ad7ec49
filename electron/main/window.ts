import { dirname, join } from 'node:path';
import { BrowserWindow, dialog, nativeTheme } from 'electron';
import { lastWords, type Unsaved } from '../service/last-words.ts';
import { pageAddress } from './scheme.ts';
import { readWindowState, writeWindowState } from './window-state.ts';

/** What a window needs to know. */
export interface WindowParts {
  readonly preload: string;
  /** A file in the folder for what the program remembers. */
  readonly memory: string;
  /** Files whose unsaved texts are in the journal, as of now. */
  readonly unsaved: () => readonly Unsaved[];
}

/** Shown before the page has painted, so that a dark room stays dark. */
const background = { light: '#ffffff', dark: '#16181d' };
const crashesInARow = 3;
const crashWindowMilliseconds = 60_000;

/** Opens a window on the page, without any power but the bridge: sandboxed, isolated, no Node. */
export function openWindow({ preload, memory, unsaved }: WindowParts): BrowserWindow {
  const statePath = join(dirname(memory), 'window.json');
  const state = readWindowState(statePath);
  const window = new BrowserWindow({
    ...state.bounds,
    minWidth: 960,
    minHeight: 600,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? background.dark : background.light,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
    },
  });
  if (state.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    writeWindowState(statePath, { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() });
  });
  window.webContents.on('will-prevent-unload', (event) => {
    // The page holds back while something is unsaved; leaving all the same is for the user to say.
    if (isLeaving(window)) event.preventDefault();
  });
  reloadAfterCrash(window, unsaved);
  void window.loadURL(pageAddress);
  return window;
}

function isLeaving(window: BrowserWindow): boolean {
  const choice = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'Close without saving?',
    detail:
      'Changes that are not in the scenario file stay in the journal; they are offered at the next start.',
    buttons: ['Close without saving', 'Keep editing'],
    defaultId: 1,
    cancelId: 1,
  });
  return choice === 0;
}

/** Brings a page that has crashed back by itself, unless it keeps crashing, and says what is safe. */
function reloadAfterCrash(window: BrowserWindow, unsaved: WindowParts['unsaved']): void {
  let crashes: number[] = [];
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    const now = performance.now();
    crashes = [...crashes.filter((time) => now - time < crashWindowMilliseconds), now];
    const words = lastWords(unsaved(), new Date());
    const isLoadedAnew = crashes.length < crashesInARow;
    if (isLoadedAnew) window.webContents.reload();
    void dialog.showMessageBox(window, {
      type: 'error',
      message: isLoadedAnew ? 'The window failed and was loaded anew' : 'The window keeps failing',
      detail: isLoadedAnew
        ? words
        : `${words} Close other programs to free memory, then start Offtake again.`,
      buttons: ['OK'],
    });
  });
}
