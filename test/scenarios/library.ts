import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ScenarioSource } from '#shared/scenario/source.ts';

const folder = fileURLToPath(new URL('../../scenarios/', import.meta.url));

/** Every file of the shipped library that scenarios read, by its id, the path below `scenarios/`. */
export const libraryFiles: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.yaml') || path.endsWith('.csv'))
    .sort()
    .map((path) => [path, readFileSync(folder + path, 'utf8')]),
);

/** The shipped scenarios, templates included. */
export const scenarioIds: readonly string[] = Object.keys(libraryFiles).filter((id) =>
  id.endsWith('.scenario.yaml'),
);

/** The files that scenarios `use`. */
export const catalogueIds: readonly string[] = Object.keys(libraryFiles).filter((id) =>
  id.startsWith('catalogue/'),
);

export const readme: string = readFileSync(`${folder}README.md`, 'utf8');

/** The text of a library file; a test that names a file that is not there should say which. */
export function textOf(id: string): string {
  const text = libraryFiles[id];
  if (text === undefined) throw new Error(`There is no ${id} in the library`);
  return text;
}

/** A shipped scenario as the reader wants it: with all the files it may build on. */
export function sourceOf(id: string): ScenarioSource {
  return { id, text: textOf(id), files: libraryFiles };
}
