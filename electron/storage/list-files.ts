import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { checkId } from './check-id.ts';

const depthLimit = 6;
const countLimit = 5_000;
const skipped = new Set(['node_modules']);

/** What lies below a folder: ids of YAML files in order of name, and of the folders, the top one being ''. */
export interface Listing {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/**
 * Lists the YAML files below a folder. Hidden folders, the trash among them, are left out; so are links to folders,
 * which can lead in circles.
 */
export async function listFiles(folder: string): Promise<Listing> {
  const files: string[] = [];
  const folders: string[] = [];
  await collect(folder, '', 0, files, folders);
  return { files: files.sort((a, b) => a.localeCompare(b, 'en')), folders };
}

async function collect(
  folder: string,
  prefix: string,
  depth: number,
  files: string[],
  folders: string[],
): Promise<void> {
  const entries = await readdir(join(folder, prefix), { withFileTypes: true });
  folders.push(prefix);
  for (const entry of entries) {
    if (files.length >= countLimit) return;
    const id = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
    if (entry.name.startsWith('.') || skipped.has(entry.name)) continue;
    if (entry.isDirectory()) {
      // A folder that may not be looked into hides its own files and no others.
      if (depth < depthLimit) await collect(folder, id, depth + 1, files, folders).catch(() => undefined);
    } else if (/\.ya?ml$/.test(entry.name) && checkId(id).ok) {
      files.push(id);
    }
  }
}
