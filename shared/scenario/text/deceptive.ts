import type { PlainProblem } from './problem-at.ts';

/**
 * Characters that are not seen but change what is: marks that turn the direction of text, spaces without width, and the
 * invisible copies of letters. Joiners stay, since words of some languages are written with them.
 */
const deceptive =
  /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\u{e0000}-\u{e007f}]/gu;
const reported = 3;

/** Points at invisible characters with which a line can read otherwise than it computes; the first few of them. */
export function deceptiveCharacters(text: string): readonly PlainProblem[] {
  const problems: PlainProblem[] = [];
  for (const match of text.matchAll(deceptive)) {
    // At the beginning it is the byte order mark, which many editors write.
    if (match.index === 0 && match[0] === '\ufeff') continue;
    if (problems.length === reported) break;
    const name = `U+${(match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
    problems.push({
      code: 'deceptive-character',
      severity: 'warning',
      path: '',
      from: match.index,
      to: match.index + match[0].length,
      message:
        `There is an invisible character here, ${name}, which can make a line look other than what it says. ` +
        'Remove it, unless you have put it there yourself.',
      met: name,
      expected: 'characters that can be seen',
      fix: { title: 'Remove the invisible character', replacement: '' },
    });
  }
  return problems;
}
