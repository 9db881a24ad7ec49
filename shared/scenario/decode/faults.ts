import type { Finding } from '../problem-list.ts';
import type { Node, Place } from '../text/node.ts';
import type { Here } from './decoding.ts';
import { metText } from './decoding.ts';

/** Says that a node has the wrong form altogether. */
export function wrongForm(node: Node, here: Here, expected: string): Finding {
  const met = metText(node);
  return {
    code: node.kind === 'scalar' && node.isNull ? 'missing-value' : 'wrong-form',
    path: here.path,
    place: node.kind === 'scalar' && node.isNull ? here.keyPlace : node.place,
    message:
      node.kind === 'scalar' && node.isNull
        ? `${here.path} has no value. Write ${expected}, or remove the line.`
        : `${here.path} is ${met}, but ${expected} is expected.`,
    met,
    expected,
  };
}

/** Says that a word is none of those that may stand there. */
export function unknownWord(
  code: string,
  what: string,
  met: string,
  known: readonly string[],
  meant: string | null,
  path: string,
  place: Place,
): Finding {
  const expected = known.length === 0 ? `${what}, but none is defined` : shortList(known);
  const advice =
    meant !== null
      ? `Did you mean "${meant}"?`
      : known.length === 0
        ? `There is none in this scenario.`
        : `Use one of: ${expected}.`;
  return {
    code,
    path,
    place,
    message: `${path}: "${met}" is not ${what}. ${advice}`,
    met,
    expected,
    fix: meant === null ? undefined : { title: `Change to "${meant}"`, replacement: meant },
  };
}

/** Lists words, but not so many that nobody reads them. */
export function shortList(words: readonly string[]): string {
  const most = 12;
  return words.length <= most
    ? words.join(', ')
    : `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
}
