import { textLimits } from './limits.ts';
import type { PlainProblem } from './problem-at.ts';

/** Says why a text is not even looked at (too large, or not text at all), or null where it may be read. */
export function refuseUnreadable(text: string): PlainProblem | null {
  if (text.length > textLimits.characters) {
    return {
      code: 'file-too-large',
      severity: 'error',
      path: '',
      from: 0,
      to: 0,
      message:
        `This file has ${text.length} characters; a scenario may have at most ${textLimits.characters} (1 MB). ` +
        'Move parts of it into files named under "use".',
      met: `${text.length} characters`,
      expected: `at most ${textLimits.characters} characters`,
    };
  }
  const tooManyAt = placeOfPiece(text, textLimits.pieces + 1);
  if (tooManyAt !== null) return tooManyPieces(tooManyAt);
  const at = firstControlCharacter(text);
  if (at === -1) return null;
  const name = `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
  return {
    code: 'control-character',
    severity: 'error',
    path: '',
    from: at,
    to: at + 1,
    message:
      `The character ${name} is not text. A scenario is plain text in UTF-8; ` +
      'remove the character, or check that this is not a binary file or one in another encoding.',
    met: name,
    expected: 'plain text in UTF-8',
  };
}

function tooManyPieces(at: number): PlainProblem {
  return {
    code: 'too-many-pieces',
    severity: 'error',
    path: '',
    from: at,
    to: at + 1,
    message:
      `This file has more than ${textLimits.pieces} lines, names and values in all. ` +
      'Move parts of it into files named under "use".',
    met: `more than ${textLimits.pieces}`,
    expected: `at most ${textLimits.pieces} lines, names and values`,
  };
}

/** Where the piece of that number stands, the first being 1; null where there are fewer. */
function placeOfPiece(text: string, number: number): number | null {
  if (text.length < number) return null;
  let pieces = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isPiece(text.charCodeAt(at))) continue;
    pieces++;
    if (pieces === number) return at;
  }
  return null;
}

/** Whether a character may begin or end a node of the tree: \n ! " % & ' * , : > ? @ [ ] { | } */
function isPiece(code: number): boolean {
  return code < 128 && pieceTable[code] === 1;
}

const pieceTable = Uint8Array.from({ length: 128 }, (_, code) =>
  '\n!"%&\'*,:>?@[]{|}'.includes(String.fromCharCode(code)) ? 1 : 0,
);

function firstControlCharacter(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 0x20 && code < 0x7f) continue;
    if (isForbidden(code, text.charCodeAt(i + 1))) return i;
    // The second half of a pair was looked at together with the first.
    if (code >= 0xd800 && code <= 0xdbff) i++;
  }
  return -1;
}

function isForbidden(code: number, next: number): boolean {
  if (code === 0x09 || code === 0x0a) return false;
  // A lone carriage return ends a line for some programs and not for others, so lines could not be counted.
  if (code === 0x0d) return next !== 0x0a;
  if (code < 0x20 || (code >= 0x7f && code <= 0x9f && code !== 0x85)) return true;
  if (code >= 0xd800 && code <= 0xdbff) return !(next >= 0xdc00 && next <= 0xdfff);
  return (code >= 0xdc00 && code <= 0xdfff) || code === 0xfffd || code >= 0xfffe;
}
