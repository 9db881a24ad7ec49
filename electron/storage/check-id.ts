import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';

const lengthLimit = 200;
const depthLimit = 8;
/** Control characters, and the invisible ones that turn the direction of text, with which a name can lie. */
const deceptive = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;
/** What some system among the three does not take in a file name. */
const unportable = /[\\:*?"<>|]/;
const reservedOnWindows = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/**
 * Checks that an id can be the name of a file in a library on every system: relative, with forward slashes, no hidden
 * parts and no way out. Says what is wrong otherwise.
 */
export function checkId(id: string): Outcome<string, Fault> {
  const reason = faultOf(id);
  if (reason === null) return ok(id);
  return fail({
    kind: 'refused',
    message: `“${printable(id)}” cannot be the name of a scenario file: ${reason}.`,
  });
}

function faultOf(id: string): string | null {
  if (id === '') return 'it is empty';
  if (id.length > lengthLimit) return `it is longer than ${lengthLimit} characters`;
  if (deceptive.test(id)) return 'it holds invisible characters';
  if (unportable.test(id)) return 'it holds one of \\ : * ? " < > |, which not every system allows';
  const parts = id.split('/');
  if (parts.length > depthLimit) return `it lies more than ${depthLimit} folders deep`;
  if (parts.includes('..')) return 'it leads out of the library with “..”';
  if (parts.includes('') || parts.includes('.'))
    return 'it is not a plain relative path such as deals/aws.scenario.yaml';
  if (parts.some((part) => part.startsWith('.'))) return 'part of it begins with a dot';
  if (parts.some((part) => /[ .]$/.test(part))) return 'part of it ends with a space or a dot';
  if (parts.some((part) => reservedOnWindows.test(part))) return 'part of it is a reserved name on Windows';
  return null;
}

function printable(id: string): string {
  return id.slice(0, 80).replace(new RegExp(deceptive.source, 'gu'), '�');
}
