import type { Entry } from '../text/node.ts';
import { parseText } from '../text/parse.ts';

/**
 * The ways to write a text so that it is read back as exactly that text: plain, in single quotes, in double quotes. What
 * is possible depends on whether it stands inside brackets.
 */
export function waysToWrite(value: string, isInBrackets: boolean): readonly string[] {
  const candidates = [value, `'${value.replaceAll("'", "''")}'`, JSON.stringify(value)];
  return candidates.filter((written) => readsAs(written, value, isInBrackets));
}

/** Writes a text in the plainest way in which it is read back as exactly that text. */
export function quoteValue(value: string, isInBrackets: boolean): string {
  return waysToWrite(value, isInBrackets)[0] ?? JSON.stringify(value);
}

function readsAs(written: string, value: string, isInBrackets: boolean): boolean {
  const entry = readAlone(isInBrackets ? `{ k: ${written}, l: 1 }` : `k: ${written}\nl: 1\n`);
  return entry?.value.kind === 'scalar' && entry.value.text === value && !entry.value.isNull;
}

/** Writes a key so that it is read back as exactly that key. */
export function quoteKey(key: string): string {
  const candidates = [key, `'${key.replaceAll("'", "''")}'`, JSON.stringify(key)];
  const reads = (written: string, text: string) => readAlone(text.replace('KEY', () => written))?.key === key;
  return (
    candidates.find((written) => reads(written, 'KEY: 1\nl: 1\n') && reads(written, '{ KEY: 1, l: 1 }')) ??
    JSON.stringify(key)
  );
}

function readAlone(text: string): Entry | undefined {
  const { tree, problems } = parseText('', text);
  return problems.length === 0 && tree?.entries.length === 2 ? tree.entries[0] : undefined;
}
