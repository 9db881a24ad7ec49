import { app, type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuCommand } from '#shared/contract/menu-commands.ts';

type Send = (window: BrowserWindow | null, command: MenuCommand) => void;

/** Gives the app its menu; items of its own send a command to the page of the window in front. */
export function setMenu(send: Send): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform === 'darwin', send)));
}

function menuTemplate(isMac: boolean, send: Send): MenuItemConstructorOptions[] {
  const item = (label: string, command: MenuCommand, accelerator?: string): MenuItemConstructorOptions => ({
    label,
    id: command,
    ...(accelerator === undefined ? {} : { accelerator }),
    click: (_item, window) => send(window instanceof Object ? (window as BrowserWindow) : null, command),
  });
  /** The page handles these keys itself, where the cursor is; the menu only shows them. */
  const shown = (label: string, command: MenuCommand, accelerator: string): MenuItemConstructorOptions => ({
    ...item(label, command, accelerator),
    registerAccelerator: false,
  });
  const separator: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(isMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        item('New Scenario…', 'scenario.new', 'CmdOrCtrl+N'),
        item('Open…', 'scenario.open', 'CmdOrCtrl+O'),
        item('Choose Library Folder…', 'library.choose'),
        separator,
        item('Save', 'scenario.save', 'CmdOrCtrl+S'),
        item('Save As…', 'scenario.save-as', 'CmdOrCtrl+Shift+S'),
        item('Rename…', 'scenario.rename'),
        item('Versions…', 'scenario.versions'),
        item('Recover Unsaved Work…', 'scenario.left-work'),
        separator,
        item('Export…', 'export.open', 'CmdOrCtrl+E'),
        separator,
        item('Close Scenario', 'scenario.close', 'CmdOrCtrl+W'),
        isMac ? { role: 'close', accelerator: 'Cmd+Shift+W' } : { role: 'quit' },
      ],
    },
    {
      label: '&Edit',
      submenu: [
        shown('Undo', 'edit.undo', 'CmdOrCtrl+Z'),
        shown('Redo', 'edit.redo', isMac ? 'Cmd+Shift+Z' : 'Ctrl+Y'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
        separator,
        shown('Find', 'edit.find', 'CmdOrCtrl+F'),
        shown('Replace', 'edit.replace', isMac ? 'Cmd+Alt+F' : 'Ctrl+H'),
      ],
    },
    {
      label: '&View',
      submenu: [
        item('Command Palette…', 'view.palette', 'CmdOrCtrl+K'),
        item('Compare…', 'compare.open', 'CmdOrCtrl+Shift+C'),
        separator,
        item('Library', 'view.library', 'CmdOrCtrl+B'),
        item('Details', 'view.details', 'CmdOrCtrl+J'),
        item('Switch Light and Dark', 'view.theme'),
        separator,
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(app.isPackaged
          ? []
          : [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
      ],
    },
    ...(isMac ? [{ role: 'windowMenu' } as const] : []),
    {
      role: 'help',
      submenu: [
        item('Reference', 'help.reference', 'F1'),
        item('Copy Diagnostics', 'help.diagnostics'),
        item('About Offtake', 'help.about'),
      ],
    },
  ];
}
