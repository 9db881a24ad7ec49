import type { Expression } from './expression.ts';

/** Tells the names of all measures an expression speaks of, in the order of the text, each once. */
export function namesIn(expression: Expression): readonly string[] {
  const names = new Set<string>();
  walk(expression, (part) => {
    if (part.kind === 'name') names.add(part.name);
  });
  return [...names];
}

/**
 * The one moment at which every measure of an expression is read, or null where some are read month by month. Such a
 * condition is checked once and not in every month.
 */
export function onlyMoment(expression: Expression): Extract<Expression, { kind: 'at' }>['moment'] | null {
  const moments: Extract<Expression, { kind: 'at' }>['moment'][] = [];
  let isMonthly = false;
  const visit = (part: Expression, isInside: boolean): void => {
    if (part.kind === 'at') moments.push(part.moment);
    if (part.kind === 'name' && !isInside) isMonthly = true;
    for (const child of childrenOf(part)) visit(child, isInside || part.kind === 'at');
  };
  visit(expression, false);
  const [first] = moments;
  if (isMonthly || first === undefined) return null;
  const isSame = moments.every((moment) => JSON.stringify(moment) === JSON.stringify(first));
  return isSame ? first : { kind: 'end' };
}

function walk(expression: Expression, visit: (part: Expression) => void): void {
  visit(expression);
  for (const child of childrenOf(expression)) walk(child, visit);
}

function childrenOf(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case 'negate':
    case 'not':
    case 'at':
    case 'before':
      return [expression.operand];
    case 'arithmetic':
    case 'comparison':
    case 'logic':
      return [expression.left, expression.right];
    case 'call':
      return expression.args;
    default:
      return [];
  }
}
