import type { ESTree } from 'vite';
import { addressOf, type Frame, read, type Word } from './frame.ts';
import {
  arithmetic,
  type Code,
  constant,
  functions,
  get,
  masks,
  ordered,
  select,
  set,
} from './instructions.ts';
import { refuse } from './refuse.ts';

/** Compiles an expression that is a number to code that leaves it on the stack, one for each of two lanes. */
export function compileNumber(frame: Frame, node: ESTree.Expression): Code {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number' ? constant(node.value) : refuse(at(frame), 'has only numbers');
    case 'ParenthesizedExpression':
      return compileNumber(frame, node.expression);
    case 'Identifier':
      return namedNumber(frame, node.name);
    case 'MemberExpression':
      return compileMember(frame, node);
    case 'UnaryExpression':
      if (node.operator !== '-') return refuse(at(frame), `has no ${node.operator} of a number`);
      return [...compileNumber(frame, node.argument), ...arithmetic.negate];
    case 'BinaryExpression':
      return [...operands(frame, node), ...operation(frame, node.operator)];
    case 'ConditionalExpression':
      return compileChoice(frame, node);
    case 'CallExpression':
      return compileCall(frame, node);
    default:
      return refuse(at(frame), `has no number such as ${node.type}`);
  }
}

/** Compiles a condition to code that leaves a mask on the stack: all bits of a lane are set where it holds. */
export function compileCondition(frame: Frame, node: ESTree.Expression): Code {
  switch (node.type) {
    case 'ParenthesizedExpression':
      return compileCondition(frame, node.expression);
    case 'Identifier': {
      const word = frame.names.get(node.name);
      return word?.isMask === true ? get(word.local) : refuse(at(frame), `knows whether ${node.name} holds`);
    }
    case 'UnaryExpression':
      if (node.operator !== '!') return refuse(at(frame), `has no condition ${node.operator}`);
      return [...compileCondition(frame, node.argument), ...masks.not];
    case 'LogicalExpression': {
      if (node.operator === '??') return refuse(at(frame), 'has no condition ??');
      const both = [...compileCondition(frame, node.left), ...compileCondition(frame, node.right)];
      return [...both, ...(node.operator === '&&' ? masks.and : masks.or)];
    }
    case 'BinaryExpression':
      if (!isComparison(node.operator)) return refuse(at(frame), `has no condition ${node.operator}`);
      return [...operands(frame, node), ...masks[node.operator]];
    case 'CallExpression': {
      const [value] = node.arguments;
      if (calleeOf(node) !== 'Number.isNaN' || value === undefined || value.type === 'SpreadElement')
        return refuse(at(frame), `asks only comparisons and Number.isNaN`);
      const number = compileNumber(frame, value);
      const kept = frame.newVector();
      return [...number, ...set(kept), ...get(kept), ...get(kept), ...masks['!==']];
    }
    default:
      return refuse(at(frame), `has no condition such as ${node.type}`);
  }
}

/** Says whether an expression is true or false rather than a number. */
export function isCondition(frame: Frame, node: ESTree.Expression): boolean {
  if (node.type === 'ParenthesizedExpression') return isCondition(frame, node.expression);
  if (node.type === 'Identifier') return frame.names.get(node.name)?.isMask ?? false;
  if (node.type === 'BinaryExpression') return isComparison(node.operator);
  if (node.type === 'UnaryExpression') return node.operator === '!';
  return node.type === 'LogicalExpression' || calleeOf(node) === 'Number.isNaN';
}

function namedNumber(frame: Frame, name: string): Code {
  const word = frame.names.get(name);
  if (word !== undefined && !word.isMask) return get(word.local);
  const known = frame.source.constants.get(name);
  return known === undefined ? refuse(at(frame), `knows a number ${name}`) : compileNumber(frame, known);
}

function compileMember(frame: Frame, node: ESTree.MemberExpression): Code {
  const name = dotted(node);
  if (name === 'Number.NaN') return constant(Number.NaN);
  if (name === 'Number.POSITIVE_INFINITY') return constant(Number.POSITIVE_INFINITY);
  if (name === 'Number.NEGATIVE_INFINITY') return constant(Number.NEGATIVE_INFINITY);
  return read(frame, addressOf(frame, node));
}

/** One of two values, both of which are worked out; the smaller or larger of two is one instruction. */
function compileChoice(frame: Frame, { test, consequent, alternate }: ESTree.ConditionalExpression): Code {
  if (test.type === 'BinaryExpression' && (test.operator === '<' || test.operator === '>')) {
    const isFirst = isSame(test.left, consequent) && isSame(test.right, alternate);
    const code = test.operator === '<' ? ordered.pmin : ordered.pmax;
    if (isFirst) return [...compileNumber(frame, alternate), ...compileNumber(frame, consequent), ...code];
  }
  const condition = compileCondition(frame, test);
  const kept = frame.newVector();
  const values = [...compileNumber(frame, consequent), ...compileNumber(frame, alternate)];
  return [...condition, ...set(kept), ...values, ...get(kept), ...select];
}

function compileCall(frame: Frame, node: ESTree.CallExpression): Code {
  const values = node.arguments.map((value) =>
    value.type === 'SpreadElement' ? refuse(at(frame), 'spreads nothing') : value,
  );
  const name = calleeOf(node) ?? '';
  const known = Object.entries(functions).find(([each]) => `Math.${each}` === name);
  if (known !== undefined) return [...values.flatMap((value) => compileNumber(frame, value)), ...known[1]];
  const helper = frame.source.helpers.get(name);
  if (helper === undefined) return refuse(at(frame), `knows a function ${name}`);
  const code: number[] = [];
  const outer = new Map(frame.names);
  const inner = new Map<string, Word>();
  for (const [place, value] of values.entries()) {
    const local = frame.newVector();
    code.push(...compileNumber(frame, value), ...set(local));
    inner.set(helper.parameters[place] ?? '', { local, isMask: false });
  }
  for (const [parameter, word] of inner) frame.names.set(parameter, word);
  code.push(...compileNumber(frame, helper.result));
  for (const parameter of inner.keys()) frame.names.delete(parameter);
  for (const [each, word] of outer) frame.names.set(each, word);
  return code;
}

function operands(frame: Frame, { left, right }: Operation): Code {
  if (left.type === 'PrivateIdentifier') return refuse(at(frame), 'has no private names');
  return [...compileNumber(frame, left), ...compileNumber(frame, right)];
}

type Operation = ESTree.BinaryExpression | ESTree.PrivateInExpression;

/** The instruction of an operator between two numbers. */
export function operation(frame: Frame, operator: string): Code {
  if (operator === '+' || operator === '-' || operator === '*' || operator === '/')
    return arithmetic[operator];
  return refuse(at(frame), `has no operator ${operator}`);
}

type Comparison = '===' | '!==' | '<' | '>' | '<=' | '>=';

function isComparison(operator: string): operator is Comparison {
  return ['===', '!==', '<', '>', '<=', '>='].includes(operator);
}

function calleeOf(node: ESTree.Expression): string | null {
  if (node.type !== 'CallExpression') return null;
  const { callee } = node;
  if (callee.type === 'Identifier') return callee.name;
  return callee.type === 'MemberExpression' ? dotted(callee) : null;
}

function dotted({ object, property, computed }: ESTree.MemberExpression): string | null {
  if (computed || object.type !== 'Identifier' || property.type !== 'Identifier') return null;
  return `${object.name}.${property.name}`;
}

/** Whether two expressions are the same name, number or element. */
function isSame(a: ESTree.Node, b: ESTree.Node): boolean {
  if (a.type === 'Identifier' && b.type === 'Identifier') return a.name === b.name;
  if (a.type === 'Literal' && b.type === 'Literal') return Object.is(a.value, b.value);
  if (a.type !== 'MemberExpression' || b.type !== 'MemberExpression') return false;
  return a.computed === b.computed && isSame(a.object, b.object) && isSame(a.property, b.property);
}

function at(frame: Frame): string {
  return frame.source.name;
}
