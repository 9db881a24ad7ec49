import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import { describeDimension } from '../quantity/dimensions.ts';
import type { Term } from '../quantity/read-term.ts';
import { readTerm } from '../quantity/read-term.ts';
import type { ExpressionFault, Span } from './expression.ts';

/** A word, sign or literal of an expression. */
export type Token =
  | ({ readonly kind: 'literal'; readonly term: Term } & Span)
  | ({ readonly kind: 'name'; readonly name: string; readonly isQuoted: boolean } & Span)
  | ({ readonly kind: 'sign'; readonly sign: string } & Span)
  | ({ readonly kind: 'end' } & Span);

/**
 * Names hold letters, digits, `-`, `_` and `.`; so a minus needs spaces around it: `a - b` subtracts, `a-b` is one name.
 * Names with spaces stand in double quotes.
 */
const name = /[A-Za-z][A-Za-z0-9_]*(?:[.-][A-Za-z0-9_]+)*/y;
const quoted = /"([^"\n]*)"/y;
const sign = /<=|>=|!=|==|≤|≥|≠|<>|&&|\|\||[-+*/^<>=(),×·−!]/y;

/** Other spellings of the same sign. */
const spellings: Readonly<Record<string, string>> = {
  '==': '=',
  '<>': '!=',
  '≤': '<=',
  '≥': '>=',
  '≠': '!=',
  '×': '*',
  '·': '*',
  '−': '-',
};

/** Words that are part of the language and therefore never the unit of the number before them. */
const keywords: ReadonlySet<string> = new Set(['and', 'or', 'not', 'at', 'before', 'earlier']);

/** A unit is read wherever it stands; which one is wanted is checked later, on the whole expression. */
const anyDimension = describeDimension('number');

/** Cuts a text into tokens, the last of kind `end`. */
export function tokenise(text: string): Outcome<readonly Token[], ExpressionFault> {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at++;
    if (at >= text.length) break;
    const token = readToken(text, at);
    if (!token.ok) return token;
    tokens.push(token.value);
    at = token.value.to;
  }
  tokens.push({ kind: 'end', from: text.length, to: text.length });
  return ok(tokens);
}

function readToken(text: string, at: number): Outcome<Token, ExpressionFault> {
  const quote = matchAt(quoted, text, at);
  if (quote !== null) {
    return ok({
      kind: 'name',
      name: (quote[1] ?? '').trim(),
      isQuoted: true,
      from: at,
      to: at + quote[0].length,
    });
  }
  if (/[\d.$]/.test(text[at] ?? '') || text.startsWith('US$', at)) return readLiteral(text, at);
  const word = matchAt(name, text, at);
  if (word !== null) {
    return ok({ kind: 'name', name: word[0], isQuoted: false, from: at, to: at + word[0].length });
  }
  const mark = matchAt(sign, text, at);
  const meant = mark === null ? undefined : (spellings[mark[0]] ?? mark[0]);
  if (meant === undefined || ['&&', '||', '!'].includes(meant)) return strange(text, at, meant);
  return ok({ kind: 'sign', sign: meant, from: at, to: at + (mark?.[0].length ?? 1) });
}

function readLiteral(text: string, at: number): Outcome<Token, ExpressionFault> {
  const term = readTerm({ text, facts: anyDimension }, at, keywords);
  if (term === null) return strange(text, at);
  if (term.ok) return ok({ kind: 'literal', term: term.value, from: at, to: term.value.to });
  const { from, to, message, met, fix } = term.error;
  const isUnit = term.error.code === 'wrong-unit';
  const plain = isUnit
    ? `"${met}" is not a unit. Write a value such as "5 GW", "$100B" or "12 months".`
    : message;
  const error: ExpressionFault = {
    code: 'bad-expression',
    from,
    to,
    message: plain,
    met,
    expected: 'a number with its unit, or a date such as 2030-12',
  };
  return fail(fix === undefined ? error : { ...error, fix });
}

const words: Readonly<Record<string, string>> = { '&&': 'and', '||': 'or', '!': 'not' };

function strange(text: string, at: number, sign?: string): Outcome<never, ExpressionFault> {
  const met = sign ?? text[at] ?? '';
  const word = words[met];
  const error: ExpressionFault = {
    code: 'bad-expression',
    from: at,
    to: at + met.length,
    message:
      word === undefined
        ? `"${met}" is not part of a formula.`
        : `"${met}" is not part of a formula; write "${word}".`,
    met,
    expected: 'a measure, a number with its unit, or one of + - * / ^ < <= > >= = != and or not',
  };
  return fail(
    word === undefined ? error : { ...error, fix: { title: `Write "${word}"`, replacement: word } },
  );
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
