import { csvFormat } from './csv.ts';
import type { Format } from './format.ts';
import { jsonFormat } from './json.ts';

/** Every format an export can be written in; a new one is a file beside this and a line here. */
const formats: readonly Format[] = [jsonFormat, csvFormat];

/** Finds a format by its id. */
export function findFormat(id: string): Format | null {
  return formats.find((format) => format.id === id) ?? null;
}

/** Lists the ids of all formats. */
export function formatIds(): string[] {
  return formats.map((format) => format.id);
}
