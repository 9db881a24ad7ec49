import type { Inspection } from '../read.ts';

/** Says whether a file extends another: one that only uses catalogues adds everything and is no variant of anything. */
export function isVariantFile(tree: Inspection['tree'], file: string): boolean {
  return tree?.entries.some(({ key, keyPlace }) => key === 'extends' && keyPlace.file === file) ?? false;
}
