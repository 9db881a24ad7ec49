import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, BrowserWindow as ElectronWindow, Rectangle } from 'electron';
import { app } from './app.ts';
import { instructions, tell } from './control.ts';
import { mustBeReady } from './gate.ts';
import { WebContentsStandIn } from './web-contents.ts';

type Part = Pick<
  ElectronWindow,
  | 'loadURL'
  | 'show'
  | 'focus'
  | 'maximize'
  | 'isMaximized'
  | 'isMinimized'
  | 'restore'
  | 'isDestroyed'
  | 'getNormalBounds'
>;

const windows = new Set<BrowserWindow>();

export class BrowserWindow extends EventEmitter implements Part {
  readonly webContents: WebContentsStandIn;
  readonly #bounds: Rectangle;
  #isMaximized = false;
  #isDestroyed = false;

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    mustBeReady('BrowserWindow');
    const { x = 0, y = 0, width = 800, height = 600, webPreferences } = options;
    this.#bounds = { x, y, width, height };
    this.webContents = new WebContentsStandIn(webPreferences?.preload ?? '');
    windows.add(this);
    tell({ kind: 'window', options: structuredClone(options) });
    app.emit('web-contents-created', {}, this.webContents);
  }

  async loadURL(address: string): Promise<void> {
    await this.webContents.load(address);
    this.emit('ready-to-show');
  }

  show(): void {}
  focus(): void {}
  restore(): void {}

  maximize(): void {
    this.#isMaximized = true;
  }

  isMaximized(): boolean {
    return this.#isMaximized;
  }

  isMinimized(): boolean {
    return false;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  getNormalBounds(): Rectangle {
    return this.#bounds;
  }

  async close(): Promise<boolean> {
    this.emit('close', { preventDefault: () => undefined });
    if (!(await this.webContents.leave())) return false;
    this.#isDestroyed = true;
    windows.delete(this);
    this.emit('closed');
    if (windows.size === 0) app.emit('window-all-closed');
    return true;
  }
}

instructions.on('crash-page', () => void [...windows][0]?.webContents.crash());
instructions.on('close-window', () => void [...windows][0]?.close());
app.on('close-all-windows', async (done: (isRefused: boolean) => void) => {
  for (const window of [...windows]) if (!(await window.close())) return done(true);
  done(false);
});
