import { open } from 'node:fs/promises';
import { codeOf } from './file-fault.ts';

/** Makes lasting which names a folder holds; Windows cannot flush a folder and does not need to. */
export async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } catch (error) {
    if (codeOf(error) !== 'EINVAL') throw error;
  } finally {
    await handle.close();
  }
}
