import type { Shell } from 'electron';
import { tell } from './control.ts';

export const shell: Pick<Shell, 'openExternal' | 'showItemInFolder'> = {
  openExternal: async (url) => tell({ kind: 'external', url }),
  showItemInFolder: (path) => tell({ kind: 'revealed', path }),
};
