import type { Clipboard } from 'electron';
import { tell } from './control.ts';

export const clipboard: Pick<Clipboard, 'writeText'> = {
  writeText: async (text) => tell({ kind: 'copied', text }),
};
