import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Reads the program's version from the package it lies in. */
export function readVersion(root: string): string {
  const content: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { version } = Object(content) as { readonly version?: unknown };
  return typeof version === 'string' ? version : 'unknown';
}
