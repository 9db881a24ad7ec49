import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** One import statement of a source file: where it points inside the project, or the package it names. */
export interface Import {
  readonly specifier: string;
  /** Path inside the project, or null for a package. */
  readonly target: string | null;
  readonly isTypeOnly: boolean;
}

export interface Source {
  /** Path from the root, forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly lines: number;
  readonly imports: readonly Import[];
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|new URL\(\s*['"]([^'"]+\.ts)['"]/g;

function importsOf(path: string, text: string): Import[] {
  const found: Import[] = [];
  for (const match of text.matchAll(importPattern)) {
    const specifier = (match[2] ?? match[3] ?? match[4] ?? '').replace(/\?.*$/, '');
    let target: string | null = null;
    if (specifier.startsWith('.')) target = relative(root, resolve(root, dirname(path), specifier));
    else if (specifier.startsWith('#shared/')) target = specifier.slice(1);
    found.push({
      specifier,
      target: target?.replaceAll('\\', '/') ?? null,
      isTypeOnly: match[1] !== undefined,
    });
  }
  return found;
}

function walk(folder: string): string[] {
  return readdirSync(join(root, folder)).flatMap((name) => {
    const path = `${folder}/${name}`;
    if (statSync(join(root, path)).isDirectory()) return name === 'node_modules' ? [] : walk(path);
    return /\.(ts|tsx|mjs)$/.test(name) && !name.endsWith('.d.ts') ? [path] : [];
  });
}

/** Every TypeScript or script source below the given rooms. */
export function sources(...rooms: readonly string[]): Source[] {
  return rooms.flatMap(walk).map((path) => {
    const text = readFileSync(join(root, path), 'utf8');
    return { path, text, lines: text.split('\n').length - 1, imports: importsOf(path, text) };
  });
}

/** Strongly connected groups of files that import one another at run time, largest first. */
export function cycles(files: readonly Source[]): string[][] {
  const edges = new Map(
    files.map((file) => [
      file.path,
      file.imports.filter((one) => !one.isTypeOnly && one.target !== null).map((one) => one.target ?? ''),
    ]),
  );
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const groups: string[][] = [];
  const visit = (path: string): void => {
    index.set(path, index.size);
    low.set(path, index.get(path) ?? 0);
    stack.push(path);
    for (const next of edges.get(path) ?? []) {
      if (!edges.has(next)) continue;
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(path, Math.min(low.get(path) ?? 0, low.get(next) ?? 0));
    }
    if (low.get(path) !== index.get(path)) return;
    const group = stack.splice(stack.indexOf(path));
    const isSelfImport = (edges.get(path) ?? []).includes(path);
    if (group.length > 1 || isSelfImport) groups.push(group);
  };
  for (const path of edges.keys()) if (!index.has(path)) visit(path);
  return groups.sort((a, b) => b.length - a.length);
}
