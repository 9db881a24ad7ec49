import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';

/**
 * Turns the name written after `extends`, `use` or `actuals` into ids of the library, the likeliest first: beside the file
 * that names it, then from the top of the library. A name can never lead out of the library.
 */
export function idsNamed(
  name: string,
  by: string,
  ending: '.yaml' | '.csv' = '.yaml',
): Outcome<readonly string[], string> {
  const fault = faultOf(name, ending);
  if (fault !== null) return fail(fault);
  const plain = name.startsWith('./') ? name.slice(2) : name;
  const folder = by.slice(0, by.lastIndexOf('/') + 1);
  return ok(folder === '' ? [plain] : [folder + plain, plain]);
}

function faultOf(name: string, ending: string): string | null {
  if (name.includes('\\')) return 'folders are separated by "/", not by "\\"';
  if (name.startsWith('/') || /^[A-Za-z]:/.test(name) || name.includes('://')) {
    return 'it must be a file of the library, not an absolute path or an address';
  }
  const segments = (name.startsWith('./') ? name.slice(2) : name).split('/');
  if (segments.includes('..')) return '".." would lead out of the folder; move the file beside this one';
  if (segments.some((segment) => segment === '' || segment === '.')) return 'a part of the path is empty';
  if (!name.endsWith(ending)) return `the name of the file ends in "${ending}"`;
  return null;
}
