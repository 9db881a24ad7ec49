import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { app, BrowserWindow, dialog } from 'electron';
import { assembleService } from '../service/assemble.ts';
import { attemptReporter } from '../service/incidents.ts';
import { findPlaces, type Places } from '../service/places.ts';
import { readVersion } from '../service/read-version.ts';
import type { Service } from '../service/service.ts';
import { stayOffline } from '../service/stay-offline.ts';
import { tellOfDefects } from './defects.ts';
import { answerCalls, type Door } from './door.ts';
import { hardenContents, hardenSession, stayInside } from './harden.ts';
import { setMenu } from './menu.ts';
import { fileIn } from './requested-file.ts';
import { registerPageScheme, servePage } from './scheme.ts';
import { openWindow } from './window.ts';

/** Starts the app: what must come before it is ready at once, the rest when it is. */
export function startApp(): void {
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  stayInside();
  registerPageScheme();
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  app.whenReady().then(boot).catch(reportFailure);
}

async function boot(): Promise<void> {
  // The built file is dist/main/start.js.
  const root = resolve(import.meta.dirname, '..', '..');
  const places = findPlaces(root, { library: libraryArgument() });
  stayOffline(attemptReporter(places.log));
  const version = readVersion(root);
  const service = await assembleService({ version, places });
  if (!service.ok) throw new Error('message' in service.error ? service.error.message : service.error.kind);
  hardenSession();
  servePage(places.page);
  const door = answerCalls(service.value);
  tellOfDefects(places, version, () => BrowserWindow.getAllWindows().flatMap(door.unsaved));
  setMenu(door.sendToFocused);
  open(root, places, door);
  listen(root, places, door, service.value);
}

function open(root: string, places: Places, door: Door): void {
  const window: BrowserWindow = openWindow({
    preload: resolve(root, 'dist', 'preload', 'bridge.cjs'),
    memory: places.settings,
    unsaved: () => door.unsaved(window),
  });
  door.openSession(window);
  const file = fileIn(process.argv);
  if (file !== null) door.request(window, file);
}

function listen(root: string, places: Places, door: Door, service: Service): void {
  app.on('second-instance', (_event, args) => {
    const [window] = BrowserWindow.getAllWindows();
    const file = fileIn(args);
    if (window === undefined) return open(root, places, door);
    if (window.isMinimized()) window.restore();
    window.focus();
    if (file !== null) door.request(window, file);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    const [window] = BrowserWindow.getAllWindows();
    if (window !== undefined) door.request(window, path);
  });
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) open(root, places, door);
  });
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  app.on('will-quit', () => void service.close());
}

function libraryArgument(): string | undefined {
  const { values } = parseArgs({ options: { library: { type: 'string' } }, strict: false });
  return typeof values.library === 'string' ? values.library : undefined;
}

function reportFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  dialog.showErrorBox('Offtake cannot start', message);
  app.exit(1);
}
