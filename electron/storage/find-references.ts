import { posix } from 'node:path';

const referringKeys = /^(?:extends|use|actuals):/;
/** A name of a file inside a value: quoted, or up to a space or a sign of the YAML flow style. */
const fileName = /"([^"\n]+\.(?:ya?ml|csv))"|'([^'\n]+\.(?:ya?ml|csv))'|([^\s,[\]{}"'#]+\.(?:ya?ml|csv))/g;

/**
 * Finds the ids of the files that a text may build on. Reads lines, not YAML, and rather names one too many: what is
 * not there is left out, and the reader asks only for what it needs.
 *
 * A name counts from the folder of the file that says it, and from the top of the library.
 */
export function findReferences(id: string, text: string): string[] {
  const found = new Set<string>();
  for (const part of referringParts(text)) {
    for (const match of part.matchAll(fileName)) {
      const name = match[1] ?? match[2] ?? match[3] ?? '';
      found.add(posix.normalize(posix.join(posix.dirname(id), name)));
      found.add(posix.normalize(name));
    }
  }
  found.delete(id);
  return [...found];
}

/** Gives the lines that belong to the referring keys of the top level, without comments. */
function referringParts(text: string): string[] {
  const parts: string[] = [];
  let isInside = false;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const isKey = referringKeys.test(line);
    isInside = isKey || (isInside && /^(\s|-|#|\]|$)/.test(line));
    if (isInside) parts.push(line.replace(referringKeys, '').replace(/(^|\s)#.*$/, ''));
  }
  return parts;
}
