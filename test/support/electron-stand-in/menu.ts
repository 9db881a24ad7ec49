import type { Menu as ElectronMenu, MenuItemConstructorOptions } from 'electron';
import { BrowserWindow } from './browser-window.ts';
import { type Instruction, instructions, tell } from './control.ts';

const accelerator =
  /^(?:(?:CmdOrCtrl|CommandOrControl|Cmd|Command|Ctrl|Control|Alt|Option|Shift|Super|Meta)\+)*(?:[A-Z0-9]|F\d{1,2}|Plus|Space|Tab|Escape|Delete|[,.])$/;
const roles = new Set(
  (
    'undo redo cut copy paste pasteAndMatchStyle delete selectAll reload forceReload toggleDevTools resetZoom zoomIn zoomOut ' +
    'toggleSpellChecker togglefullscreen window minimize close help about services hide hideOthers unhide quit showSubstitutions ' +
    'fileMenu editMenu viewMenu appMenu windowMenu shareMenu'
  ).split(' '),
);

interface Built {
  readonly items: readonly MenuItemConstructorOptions[];
}

function checked(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.map((item) => {
    if (item.role !== undefined && !roles.has(item.role)) throw new Error(`Invalid menu role ${item.role}`);
    if (item.role === undefined && item.type !== 'separator' && (item.label ?? '') === '') {
      throw new Error('Invalid template for MenuItem: must have either label, role or type');
    }
    if (item.accelerator && !accelerator.test(item.accelerator))
      throw new Error(`Invalid accelerator ${item.accelerator}`);
    return Array.isArray(item.submenu) ? { ...item, submenu: checked(item.submenu) } : item;
  });
}

function flat(items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);
}

let current: Built = { items: [] };

export const Menu = {
  buildFromTemplate: (template: MenuItemConstructorOptions[]): Built => ({ items: checked(template) }),
  setApplicationMenu: (menu: Built | null): void => {
    current = menu ?? { items: [] };
    tell({
      kind: 'menu',
      labels: flat(current.items).map((item) => item.label ?? item.role ?? item.type ?? ''),
    });
  },
} satisfies { [K in keyof Partial<typeof ElectronMenu>]: unknown };

instructions.on('menu', ({ id }: Extract<Instruction, { kind: 'menu' }>) => {
  const item = flat(current.items).find((one) => one.id === id);
  if (item?.click === undefined) tell({ kind: 'failed', message: `The menu has no item ${id}` });
  else item.click({} as never, BrowserWindow.getAllWindows()[0] as never, {} as never);
});
