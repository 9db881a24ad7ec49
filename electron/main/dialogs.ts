import { basename, join } from 'node:path';
import { app, type BrowserWindow, dialog, shell } from 'electron';
import { fail } from '#shared/base/outcome.ts';
import type { Shell } from '../service/shell.ts';
import { writeOutgoing } from '../service/write-outgoing.ts';

const scenarioFilter = { name: 'Scenario', extensions: ['yaml', 'yml'] };

/** The front of the program when it is a window: dialogs and file manager of the system. */
export function windowShell(window: BrowserWindow): Shell {
  return {
    door: 'electron',
    can: { fileDialogs: true, chooseFolder: true, revealFile: true, nativeMenu: true, download: false },
    chooseFolder: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: 'Choose the folder of your scenarios',
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseFile: async (folder) => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        title: 'Open a scenario',
        defaultPath: folder,
        filters: [scenarioFilter],
        properties: ['openFile'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseTarget: async (path) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: 'Save the scenario as',
        defaultPath: path,
        filters: [scenarioFilter],
      });
      return canceled || filePath === '' ? null : filePath;
    },
    reveal: (path) => shell.showItemInFolder(path),
    deliver: async (file) => {
      const extension = basename(file.name).split('.').pop() ?? '';
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: 'Export',
        defaultPath: join(app.getPath('documents'), file.name),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      });
      return canceled || filePath === '' ? fail({ kind: 'cancelled' }) : writeOutgoing(filePath, file);
    },
  };
}
