import type { Scanned } from './scan-text.ts';

/** The innermost key whose name or value is at an offset; null between keys. */
export function entryAt(scanned: readonly Scanned[], offset: number): Scanned | null {
  for (let i = scanned.length - 1; i >= 0; i--) {
    const entry = scanned[i];
    if (entry && offset >= entry.keyFrom && offset <= entry.to) return entry;
  }
  return null;
}

/** Where the words of a value really begin and end, without blanks and comments around them. */
export function valueRange(text: string, entry: Scanned): { readonly from: number; readonly to: number } {
  const written = text.slice(entry.valueFrom, entry.to);
  const lead = /^\s*/.exec(written)?.[0].length ?? 0;
  const kept = written.replace(/(\s+#[^\n]*)?\s*$/, '');
  return { from: entry.valueFrom + lead, to: entry.valueFrom + Math.max(lead, kept.length) };
}
