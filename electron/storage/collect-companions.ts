import { companionIds } from '#shared/scenario/layers/references.ts';
import { containedPath } from './contained-path.ts';
import { readText } from './read-text.ts';

/** More files than any honest scenario builds on; a ring of files ends by itself, since none is read twice. */
const countLimit = 100;
/** A text without these words names no file and need not be parsed to know it. */
const namesFiles = /\b(?:extends|use|actuals)\b["']?\s*:/;

/**
 * Reads the files a text builds on, directly and through one another, as far as they are there. What is missing is for
 * the reader of the scenario to say, at the line that names it.
 */
export async function collectCompanions(
  folder: string,
  id: string,
  text: string,
): Promise<Readonly<Record<string, string>>> {
  const files = new Map<string, string>();
  const seen = new Set([id]);
  const waiting = [...referencesIn(id, text)];
  for (let next = waiting.shift(); next !== undefined && files.size < countLimit; next = waiting.shift()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const path = await containedPath(folder, next);
    const file = path.ok ? await readText(path.value, next) : path;
    if (!file.ok) continue;
    files.set(next, file.value.text);
    waiting.push(...referencesIn(next, file.value.text));
  }
  return Object.fromEntries(files);
}

function referencesIn(id: string, text: string): readonly string[] {
  return namesFiles.test(text) ? companionIds(id, text) : [];
}
