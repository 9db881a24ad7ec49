import { strToU8, type Zippable, zipSync } from 'fflate';

/** The contents of a package by the names of its parts, without a slash in front. */
export type Parts = ReadonlyMap<string, string | Uint8Array>;

/** What is compressed already gains nothing from being compressed again. */
const compressed = /\.(?:png|jpe?g|gif|xlsx|zip)$/i;

/** The first moment a zip archive can name; the same parts give the same bytes whenever they are written. */
const always = new Date(1980, 0, 1);

/** Packs parts into a zip archive, the list of their types first as some readers expect. */
export function zipParts(parts: Parts): Uint8Array {
  const first = '[Content_Types].xml';
  const names = [...parts.keys()].sort(
    (a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1),
  );
  const files: Zippable = {};
  for (const name of names) {
    const content = parts.get(name) ?? '';
    const bytes = typeof content === 'string' ? strToU8(content) : content;
    files[name] = [bytes, { level: compressed.test(name) ? 0 : 6 }];
  }
  return zipSync(files, { mtime: always });
}
