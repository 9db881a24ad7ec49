/** Stands for the `electron` module in the main process: strict where Electron is strict, and nothing it does not need. */
export { app } from './app.ts';
export { BrowserWindow } from './browser-window.ts';
export { clipboard } from './clipboard.ts';
export { dialog } from './dialog.ts';
export { gate } from './gate.ts';
export { ipcMain } from './ipc-main.ts';
export { Menu } from './menu.ts';
export { protocol } from './protocol.ts';
export { session } from './session.ts';
export { shell } from './shell.ts';
export { nativeTheme, screen } from './surroundings.ts';
