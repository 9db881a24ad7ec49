import { posix } from 'node:path';
import type { ScenarioRef } from '#shared/contract/calls.ts';

/** The lines of a text that name it, read without parsing it, so that a library of hundreds lists at once. */
export function readHeading(text: string): { readonly title: string | null; readonly base: string | null } {
  return { title: topLevelText(text, 'title'), base: topLevelText(text, 'extends') };
}

/** Says what kind of file an id names, by where it lies and how it is called. */
export function kindOf(id: string): ScenarioRef['kind'] {
  if (id.startsWith('catalogue/')) return 'catalogue';
  if (id.startsWith('templates/')) return 'template';
  if (/\.comparison\.ya?ml$/.test(id)) return 'comparison';
  return /\.scenario\.ya?ml$/.test(id) ? 'scenario' : 'catalogue';
}

/** Makes a title from a file name, for a file that states none. */
export function titleFromId(id: string): string {
  const name = posix.basename(id).replace(/(\.(scenario|comparison))?\.ya?ml$/, '');
  return name === '' ? id : name.replaceAll('-', ' ');
}

function topLevelText(text: string, key: string): string | null {
  const match = new RegExp(`^\\uFEFF?${key}:[ \\t]+(.+)$`, 'm').exec(text);
  const raw = match?.[1]?.trim() ?? '';
  const quoted = /^"((?:[^"\\]|\\.)*)"|^'((?:[^']|'')*)'/.exec(raw);
  if (quoted?.[1] !== undefined) return quoted[1].replace(/\\(["\\])/g, '$1');
  if (quoted?.[2] !== undefined) return quoted[2].replaceAll("''", "'");
  // Block scalars and anchors begin with a sign; such a heading is left to the real reader.
  const plain = raw.replace(/\s+#.*$/, '');
  return plain === '' || /^[|>&*!{[#]/.test(plain) ? null : plain;
}
