import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import { closest } from '../text/closest.ts';
import type { Expression, ExpressionFault, FunctionName, Moment, Span } from './expression.ts';
import { functionArity } from './expression.ts';
import { literalOf, wholeMonths } from './literal.ts';
import type { Token } from './tokens.ts';
import { tokenise } from './tokens.ts';

type Parsed = Outcome<Expression, ExpressionFault>;

/** Where the reader is; the only thing that changes. */
interface Reader {
  readonly text: string;
  readonly tokens: readonly Token[];
  at: number;
  depth: number;
}

/** Brackets, signs and functions inside one another; more is a mistake or an attack. */
const mostLevels = 60;
const longestText = 4000;

/**
 * Reads a formula or condition over measures: `deals.aws.billed / capacity.online at end >= $2B/GW`.
 *
 * From weakest to strongest: `or`, `and`, `not`, comparisons, `+ −`, `* /`, unary minus, `^`, and after a measure `at end`,
 * `at 2030-12`, `before 12 months`. A minus needs spaces around it, because names may hold hyphens.
 */
export function parseExpression(text: string): Parsed {
  if (text.length > longestText) {
    const span = { from: 0, to: text.length };
    return fault(text, span, `A formula may have at most ${longestText} characters.`, 'a shorter formula');
  }
  const tokens = tokenise(text);
  if (!tokens.ok) return tokens;
  const reader: Reader = { text, tokens: tokens.value, at: 0, depth: 0 };
  const parsed = parseOr(reader);
  if (!parsed.ok) return parsed;
  const rest = peek(reader);
  return rest.kind === 'end' ? parsed : unexpected(reader, rest);
}

function parseOr(reader: Reader): Parsed {
  return parseLeft(reader, ['or'], parseAnd, (operator, left, right) => ({
    kind: 'logic',
    operator: operator === 'or' ? 'or' : 'and',
    left,
    right,
    ...around(left, right),
  }));
}

function parseAnd(reader: Reader): Parsed {
  return parseLeft(reader, ['and'], parseNot, (_, left, right) => ({
    kind: 'logic',
    operator: 'and',
    left,
    right,
    ...around(left, right),
  }));
}

function parseNot(reader: Reader): Parsed {
  const token = peek(reader);
  if (!isWord(token, 'not')) return parseComparison(reader);
  reader.at++;
  const operand = deeper(reader, parseNot);
  return operand.ok
    ? ok({ kind: 'not', operand: operand.value, from: token.from, to: operand.value.to })
    : operand;
}

const comparisons = ['<', '<=', '>', '>=', '=', '!='] as const;

function parseComparison(reader: Reader): Parsed {
  const left = parseSum(reader);
  if (!left.ok) return left;
  const operator = comparisons.find((sign) => isSign(peek(reader), sign));
  if (operator === undefined) return left;
  reader.at++;
  const right = parseSum(reader);
  if (!right.ok) return right;
  const next = peek(reader);
  if (comparisons.some((sign) => isSign(next, sign))) {
    const message = 'Two comparisons in a row say nothing; join them with "and", as in "a <= b and b <= c".';
    return fault(reader.text, next, message, 'one comparison, or "and"');
  }
  return ok({
    kind: 'comparison',
    operator,
    left: left.value,
    right: right.value,
    ...around(left.value, right.value),
  });
}

function parseSum(reader: Reader): Parsed {
  return parseLeft(reader, ['+', '-'], parseProduct, (operator, left, right) => ({
    kind: 'arithmetic',
    operator: operator === '+' ? '+' : '-',
    left,
    right,
    ...around(left, right),
  }));
}

function parseProduct(reader: Reader): Parsed {
  return parseLeft(reader, ['*', '/'], parseUnary, (operator, left, right) => ({
    kind: 'arithmetic',
    operator: operator === '*' ? '*' : '/',
    left,
    right,
    ...around(left, right),
  }));
}

function parseLeft(
  reader: Reader,
  operators: readonly string[],
  next: (reader: Reader) => Parsed,
  make: (operator: string, left: Expression, right: Expression) => Expression,
): Parsed {
  let left = next(reader);
  let links = 0;
  while (left.ok) {
    const token = peek(reader);
    const operator = operators.find((known) => isSign(token, known) || isWord(token, known));
    if (operator === undefined) return left;
    // Chains lean to the left, so a long one is as deep as brackets are for whoever walks the tree.
    if (++links > 8 * mostLevels) return tooDeep(reader, token);
    reader.at++;
    const right = next(reader);
    if (!right.ok) return right;
    left = ok(make(operator, left.value, right.value));
  }
  return left;
}

function parseUnary(reader: Reader): Parsed {
  const token = peek(reader);
  if (!isSign(token, '-') && !isSign(token, '+')) return parsePower(reader);
  reader.at++;
  const operand = deeper(reader, parseUnary);
  if (!operand.ok || isSign(token, '+')) return operand;
  return ok({ kind: 'negate', operand: operand.value, from: token.from, to: operand.value.to });
}

function parsePower(reader: Reader): Parsed {
  const left = parsePostfix(reader);
  if (!left.ok || !isSign(peek(reader), '^')) return left;
  reader.at++;
  const right = deeper(reader, parseUnary);
  if (!right.ok) return right;
  return ok({
    kind: 'arithmetic',
    operator: '^',
    left: left.value,
    right: right.value,
    ...around(left.value, right.value),
  });
}

function parsePostfix(reader: Reader): Parsed {
  let operand = parsePrimary(reader);
  while (operand.ok) {
    const token = peek(reader);
    if (isWord(token, 'at')) operand = parseAt(reader, operand.value);
    else if (isWord(token, 'before')) operand = parseBefore(reader, operand.value);
    else if (token.kind === 'literal' && isWord(peek(reader, 1), 'earlier')) {
      operand = lagged(reader, operand.value, token, 2);
    } else break;
  }
  return operand;
}

function parseAt(reader: Reader, operand: Expression): Parsed {
  reader.at++;
  const token = peek(reader);
  reader.at++;
  if (isWord(token, 'end')) return momentOf(operand, { kind: 'end' }, token);
  if (token.kind === 'literal' && token.term.kind === 'date') {
    return momentOf(operand, { kind: 'date', date: token.term.date }, token);
  }
  return fault(reader.text, token, 'After "at" comes "end" or a date.', '"at end" or "at 2030-12"');
}

function momentOf(operand: Expression, moment: Moment, token: Token): Parsed {
  return ok({ kind: 'at', operand, moment, from: operand.from, to: token.to });
}

function parseBefore(reader: Reader, operand: Expression): Parsed {
  reader.at++;
  return lagged(reader, operand, peek(reader), 1);
}

function lagged(reader: Reader, operand: Expression, token: Token, tokens: number): Parsed {
  reader.at += tokens;
  const months = token.kind === 'literal' ? wholeMonths(token.term) : null;
  if (months === null) {
    const message = 'How long before is a whole number of months, such as "before 12 months".';
    return fault(reader.text, token, message, '12 months');
  }
  return ok({ kind: 'before', operand, months, from: operand.from, to: token.to });
}

function parsePrimary(reader: Reader): Parsed {
  const token = peek(reader);
  reader.at++;
  if (token.kind === 'literal') return ok(literalOf(reader.text, token.term));
  if (isSign(token, '(')) return parseBracket(reader, token);
  if (token.kind !== 'name' || (!token.isQuoted && reserved.has(token.name))) {
    reader.at--;
    return unexpected(reader, token);
  }
  if (!token.isQuoted && isSign(peek(reader), '(')) return parseCall(reader, token);
  return ok({ kind: 'name', name: token.name, from: token.from, to: token.to });
}

const reserved = new Set(['and', 'or', 'not', 'at', 'before', 'earlier']);

function parseBracket(reader: Reader, open: Token): Parsed {
  const inner = deeper(reader, parseOr);
  if (!inner.ok) return inner;
  const close = peek(reader);
  if (!isSign(close, ')')) return unclosed(reader, open, close);
  reader.at++;
  return ok({ ...inner.value, from: open.from, to: close.to });
}

function parseCall(reader: Reader, head: Token & { kind: 'name' }): Parsed {
  const name = functionNames.find((known) => known === head.name);
  if (name === undefined) return unknownFunction(reader, head);
  const open = peek(reader);
  const args: Expression[] = [];
  do {
    reader.at++;
    const argument = deeper(reader, parseOr);
    if (!argument.ok) return argument;
    args.push(argument.value);
  } while (isSign(peek(reader), ','));
  const close = peek(reader);
  if (!isSign(close, ')')) return unclosed(reader, open, close);
  reader.at++;
  const [least, most] = functionArity[name];
  if (args.length < least || args.length > most) {
    const wanted = least === most ? 'one value' : `at least ${least} values`;
    return fault(reader.text, { from: head.from, to: close.to }, `${name} takes ${wanted}.`, `${name}(…)`);
  }
  return ok({ kind: 'call', name, args, from: head.from, to: close.to });
}

const functionNames = Object.keys(functionArity) as readonly FunctionName[];

function unknownFunction(reader: Reader, head: Token & { kind: 'name' }): Parsed {
  const meant = closest(head.name, functionNames);
  const hint = meant === null ? '' : ` Did you mean "${meant}"?`;
  const message = `"${head.name}" is not a function.${hint} There are ${functionNames.join(', ')}.`;
  const fix = meant === null ? undefined : { title: `Write "${meant}"`, replacement: meant };
  return fault(reader.text, head, message, functionNames.join(', '), fix);
}

function unclosed(reader: Reader, open: Token, met: Token): Parsed {
  if (met.kind !== 'end') return unexpected(reader, met);
  return fault(reader.text, { from: open.from, to: met.to }, 'The bracket is not closed.', '")"');
}

function unexpected(reader: Reader, token: Token): Parsed {
  const met = reader.text.slice(token.from, token.to);
  if (token.kind === 'end') {
    const before = reader.text.trim() === '' ? 'The formula is empty.' : 'The formula ends too early.';
    return fault(reader.text, token, before, 'a measure or a number with its unit');
  }
  const previous = reader.tokens[reader.at - 1];
  const isBeside = previous !== undefined && previous.kind !== 'sign' && token.kind !== 'sign';
  const hint = isBeside ? ' Put an operator between the two, or names with spaces in double quotes.' : '';
  return fault(
    reader.text,
    token,
    `"${met}" is not expected here.${hint}`,
    'an operator, or the end of the formula',
  );
}

function deeper(reader: Reader, parse: (reader: Reader) => Parsed): Parsed {
  if (++reader.depth > mostLevels) return tooDeep(reader, peek(reader));
  const parsed = parse(reader);
  reader.depth--;
  return parsed;
}

function tooDeep(reader: Reader, token: Token): Parsed {
  const message = 'The formula is too long or too deeply nested; split it into several measures.';
  return fault(reader.text, token, message, 'a shorter formula');
}

function peek(reader: Reader, ahead = 0): Token {
  const last = reader.text.length;
  return reader.tokens[reader.at + ahead] ?? { kind: 'end', from: last, to: last };
}

function isSign(token: Token, sign: string): boolean {
  return token.kind === 'sign' && token.sign === sign;
}

function isWord(token: Token, word: string): boolean {
  return token.kind === 'name' && !token.isQuoted && token.name === word;
}

function around(left: Span, right: Span): Span {
  return { from: left.from, to: right.to };
}

function fault(
  text: string,
  span: Span,
  message: string,
  expected: string,
  fix?: ExpressionFault['fix'],
): Outcome<never, ExpressionFault> {
  const { from, to } = span;
  const error = { code: 'bad-expression' as const, from, to, message, met: text.slice(from, to), expected };
  return fail(fix === undefined ? error : { ...error, fix });
}
