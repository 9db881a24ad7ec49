import type { ESTree } from 'vite';
import { compileCondition, compileNumber, isCondition, operation } from './compile-value.ts';
import { addressOf, type Frame, hold, type Word } from './frame.ts';
import { type Code, get, masks, select, set, store } from './instructions.ts';
import { refuse } from './refuse.ts';

/** The local with the lanes for which a statement is done; null where it is done for all. */
type Mask = number | null;

/**
 * Compiles statements for two lanes at once: what is done in one of them only keeps the old value of the other. Returns
 * the mask of the lanes that go on, since `continue` leaves some behind.
 */
export function compileStatements(
  frame: Frame,
  statements: readonly ESTree.Statement[],
  mask: Mask,
): { readonly code: Code; readonly mask: Mask } {
  const code: number[] = [];
  let going = mask;
  for (const statement of statements) {
    if (isLeaving(statement)) {
      const narrowed = narrow(frame, compileCondition(frame, statement.test), going, false);
      code.push(...narrowed.code);
      going = narrowed.mask;
    } else {
      code.push(...compileStatement(frame, statement, going));
    }
  }
  return { code, mask: going };
}

function compileStatement(frame: Frame, node: ESTree.Statement, mask: Mask): Code {
  switch (node.type) {
    case 'BlockStatement':
      return compileStatements(frame, node.body, mask).code;
    case 'VariableDeclaration':
      return node.declarations.flatMap((each) => compileDeclaration(frame, each));
    case 'ExpressionStatement':
      if (node.expression.type !== 'AssignmentExpression') return refuse(frame.source.name, 'only assigns');
      return compileAssignment(frame, node.expression, mask);
    case 'IfStatement':
      return compileIf(frame, node, mask);
    default:
      return refuse(frame.source.name, `has no ${node.type}`);
  }
}

function compileDeclaration(frame: Frame, { id, init }: ESTree.VariableDeclarator): Code {
  if (id.type !== 'Identifier' || init === null)
    return refuse(frame.source.name, 'declares names with values');
  const isMask = isCondition(frame, init);
  const value = isMask ? compileCondition(frame, init) : compileNumber(frame, init);
  const word: Word = { local: frame.newVector(), isMask };
  frame.names.set(id.name, word);
  return [...value, ...set(word.local)];
}

function compileAssignment(frame: Frame, node: ESTree.AssignmentExpression, mask: Mask): Code {
  const { left, operator } = node;
  const combine = (old: Code): Code => {
    const right = compileNumber(frame, node.right);
    const value = operator === '=' ? right : [...old, ...right, ...operation(frame, operator.slice(0, -1))];
    return mask === null ? value : [...value, ...old, ...get(mask), ...select];
  };
  if (left.type === 'Identifier') {
    const word = frame.names.get(left.name);
    if (word === undefined || word.isMask) return refuse(frame.source.name, `knows a number ${left.name}`);
    return [...combine(get(word.local)), ...set(word.local)];
  }
  if (left.type !== 'MemberExpression') return refuse(frame.source.name, 'assigns to names and elements');
  const address = addressOf(frame, left);
  const isOldNeeded = mask !== null || operator !== '=';
  const first = isOldNeeded ? hold(frame, address) : [];
  const value = combine(get(frame.known.get(address) ?? 0));
  const local = frame.newVector();
  // Another array may be the same memory: what was read of it is not known any more.
  frame.known.clear();
  frame.known.set(address, local);
  return [...first, ...value, ...set(local), ...get(address), ...get(local), ...store(frame.ahead)];
}

function compileIf(frame: Frame, { test, consequent, alternate }: ESTree.IfStatement, mask: Mask): Code {
  const condition = frame.newVector();
  const code = [...compileCondition(frame, test), ...set(condition)];
  const then = narrow(frame, get(condition), mask, true);
  code.push(...then.code, ...compileStatement(frame, consequent, then.mask));
  if (alternate === null) return code;
  const otherwise = narrow(frame, get(condition), mask, false);
  return [...code, ...otherwise.code, ...compileStatement(frame, alternate, otherwise.mask)];
}

/** Those lanes of a mask for which a condition holds, or does not. */
function narrow(frame: Frame, condition: Code, mask: Mask, holds: boolean): { code: Code; mask: number } {
  const local = frame.newVector();
  const narrowed =
    mask === null
      ? [...condition, ...(holds ? [] : masks.not)]
      : [...get(mask), ...condition, ...(holds ? masks.and : masks.andNot)];
  return { code: [...narrowed, ...set(local)], mask: local };
}

/** `if (…) continue;`. */
function isLeaving(node: ESTree.Statement): node is ESTree.IfStatement {
  if (node.type !== 'IfStatement' || node.alternate !== null) return false;
  const { consequent } = node;
  return (
    consequent.type === 'ContinueStatement' ||
    (consequent.type === 'BlockStatement' &&
      consequent.body.length === 1 &&
      consequent.body[0]?.type === 'ContinueStatement')
  );
}
