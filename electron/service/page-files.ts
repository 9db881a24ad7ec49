import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { pageHeaders } from './content-policy.ts';

/** A file of the built page as it is served. */
export interface PageFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.ttf': 'font/ttf',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
};

/**
 * Finds a file of the built page by the path of its address; null for anything that is not one, a way out of the folder
 * included. Files under `assets/` carry a hash in their name and may be kept for ever.
 */
export async function findPageFile(folder: string, path: string): Promise<PageFile | null> {
  const name = decodePath(path);
  if (name === null) return null;
  const relative = normalize(name === '/' ? '/index.html' : name);
  const type = types[extname(relative)];
  if (type === undefined || relative.split(sep).some((part) => part.startsWith('.'))) return null;
  const file = join(folder, relative);
  if (!file.startsWith(join(folder, sep))) return null;
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) return null;
  const isLasting = relative.startsWith(join(sep, 'assets', sep));
  return {
    bytes: new Uint8Array(bytes),
    headers: {
      ...pageHeaders,
      'content-type': type,
      'cache-control': isLasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    },
  };
}

function decodePath(path: string): string | null {
  try {
    const name = decodeURIComponent(path);
    return name.startsWith('/') && !name.includes('\0') && !name.includes('\\') ? name : null;
  } catch {
    return null;
  }
}
