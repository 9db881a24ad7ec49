import { unreachable } from '#shared/base/assert.ts';
import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { describeDimension } from './dimensions.ts';
import { faultAt } from './fault.ts';
import {
  beta,
  chance,
  choice,
  interval,
  lognormal,
  normal,
  threePoint,
  uniform,
} from './make-distribution.ts';
import type { Dimension, QuantityFault } from './quantity.ts';
import type { Argument, Call, CallName } from './read-call.ts';
import type { Core } from './read-literal.ts';
import type { Term } from './read-term.ts';
import type { Borrowed, Target } from './resolve-terms.ts';
import { resolveTerm } from './resolve-terms.ts';
import { isSameKind, noUnit } from './unit.ts';

type Resolved = Outcome<Distribution, QuantityFault>;

/** Turns a literal, as written, into a distribution in the fixed unit of the dimension asked for. */
export function resolveCore(target: Target, core: Core): Resolved {
  if (core.kind === 'call') return resolveCall(target, core);
  if (core.kind === 'interval') return resolveInterval(target, core);
  const value = resolveTerm(target, core.term, null);
  if (!value.ok) return value;
  return ok({ kind: 'constant', value: value.value });
}

function resolveInterval(target: Target, core: Core & { kind: 'interval' }): Resolved {
  const low = resolveTerm(target, core.low, lend(core.high));
  if (!low.ok) return low;
  const high = resolveTerm(target, core.high, lend(core.low));
  if (!high.ok) return high;
  // Dates are counted from the start of the scenario, so being positive means nothing for them.
  const made = interval(low.value, high.value, target.facts.dimension !== 'date');
  return checked(target, core, made);
}

/** What a number lends to a neighbour that has no unit of its own. */
export function lend(term: Term): Borrowed | null {
  return term.kind === 'amount' ? { multiple: term.multiple, unit: term.unit } : null;
}

const counts: Record<CallName, readonly [least: number, most: number, expected: string]> = {
  normal: [2, 2, 'normal(mean, standard deviation)'],
  lognormal: [2, 2, 'lognormal(5th percentile, 95th percentile)'],
  uniform: [2, 2, 'uniform(low, high)'],
  triangular: [3, 3, 'triangular(low, likeliest, high)'],
  pert: [3, 3, 'pert(low, likeliest, high)'],
  beta: [2, 4, 'beta(α, β) or beta(α, β, low, high)'],
  oneof: [1, 1000, 'oneof(value: weight, value: weight)'],
  chance: [1, 1, 'chance(30 %)'],
};

function resolveCall(target: Target, call: Call): Resolved {
  const [least, most, expected] = counts[call.name];
  const count = call.args.length;
  if (count < least || count > most || (call.name === 'beta' && count === 3)) {
    const message = `${call.name} takes other numbers than these ${count}: write ${expected}.`;
    return faultAt(target, 'bad-distribution', call, message);
  }
  const weighted = call.args.find((arg) => arg.weight !== null);
  if (weighted !== undefined && call.name !== 'oneof') {
    return faultAt(target, 'bad-distribution', weighted.term, `Only oneof has weights: write ${expected}.`);
  }
  if (call.name === 'chance') return resolveChance(target, call);
  if (call.name === 'oneof') return resolveChoice(target, call);
  if (call.name === 'beta') return resolveBeta(target, call);
  const isSpread = (i: number) => call.name === 'normal' && i === 1;
  const values = resolveAll(target, call, call.args, isSpread);
  if (!values.ok) return values;
  return checked(target, call, makeFrom(call.name, values.value));
}

function makeFrom(name: Exclude<CallName, 'chance' | 'oneof' | 'beta'>, values: readonly number[]) {
  const [a = 0, b = 0, c = 0] = values;
  switch (name) {
    case 'normal':
      return normal(a, b);
    case 'lognormal':
      return lognormal(a, b);
    case 'uniform':
      return uniform(a, b);
    case 'triangular':
    case 'pert':
      return threePoint(name, a, b, c);
    default:
      return unreachable(name);
  }
}

/** The number between brackets that lends its unit to those without; null where none has one. */
export function lenderAmong(args: readonly Argument[]): Term | null {
  return args.findLast(({ term }) => term.kind === 'amount' && term.unit !== null)?.term ?? null;
}

function resolveAll(
  target: Target,
  call: Call,
  args: readonly Argument[],
  isSpread: (i: number) => boolean,
): Outcome<readonly number[], QuantityFault> {
  const lender = lenderAmong(args);
  const borrowed = call.outer ?? (lender === null ? null : lend(lender));
  const values: number[] = [];
  for (const [i, { term }] of args.entries()) {
    if (call.outer !== null && call.outer.unit !== null && term.kind === 'amount' && term.unit !== null) {
      const message = 'The unit stands both inside and after the brackets; write it in one place.';
      return faultAt(target, 'bad-distribution', call, message);
    }
    const asked = isSpread(i) && target.facts.dimension === 'date' ? asDimension(target, 'duration') : target;
    const value = resolveTerm(asked, term, borrowed);
    if (!value.ok) return value;
    values.push(value.value);
  }
  return ok(values);
}

function resolveChance(target: Target, call: Call): Resolved {
  const { dimension } = target.facts;
  if (!isSameKind(target.facts.fixed.parts, noUnit.parts) || dimension === 'multiple') {
    const message = `chance(…) means yes or no; for two amounts write oneof($0: 70, $5B: 30), with the right unit.`;
    return faultAt(target, 'bad-distribution', call, message);
  }
  const asked = asDimension(target, 'share');
  const [first] = call.args;
  if (first === undefined) return faultAt(target, 'bad-distribution', call, 'Write chance(30 %).');
  const value = resolveTerm(asked, first.term, call.outer);
  return value.ok ? checked(target, call, chance(value.value)) : value;
}

function resolveChoice(target: Target, call: Call): Resolved {
  const values = resolveAll(target, call, call.args, () => false);
  if (!values.ok) return values;
  const plain = asDimension(target, 'number');
  const weights: number[] = [];
  for (const { weight } of call.args) {
    const value = weight === null ? ok(1) : resolveTerm(plain, weight, null);
    if (!value.ok) return value;
    weights.push(value.value);
  }
  return checked(target, call, choice(values.value, weights));
}

function resolveBeta(target: Target, call: Call): Resolved {
  const plain = asDimension(target, 'number');
  const shapes: number[] = [];
  for (const { term } of call.args.slice(0, 2)) {
    const shape = resolveTerm(plain, term, null);
    if (!shape.ok) return shape;
    shapes.push(shape.value);
  }
  const [alpha = 0, b = 0] = shapes;
  if (call.args.length === 4) {
    const ends = resolveAll(target, call, call.args.slice(2), () => false);
    if (!ends.ok) return ends;
    return checked(target, call, beta(alpha, b, ends.value[0] ?? 0, ends.value[1] ?? 1));
  }
  if (call.outer === null && isSameKind(target.facts.fixed.parts, noUnit.parts)) {
    return checked(target, call, beta(alpha, b, 0, 1));
  }
  const message = `Between which ends? Write beta(${alpha}, ${b}, low, high) with their unit.`;
  return faultAt(target, 'bad-distribution', call, message);
}

function asDimension(target: Target, dimension: Dimension): Target {
  return { ...target, facts: describeDimension(dimension) };
}

function checked(
  target: Target,
  span: { readonly from: number; readonly to: number },
  made: Outcome<Distribution, string>,
): Resolved {
  if (!made.ok) {
    const met = target.text.slice(span.from, span.to);
    return faultAt(target, 'bad-distribution', span, `"${met}": ${made.error}.`);
  }
  const { value } = made;
  const numbers = Object.values(value).filter((part) => typeof part === 'number');
  return numbers.every(Number.isFinite) ? made : fail(tooLarge(target, span));
}

function tooLarge(target: Target, span: { readonly from: number; readonly to: number }): QuantityFault {
  const met = target.text.slice(span.from, span.to);
  return faultAt(target, 'out-of-range', span, `"${met}" reaches numbers too large to compute with.`).error;
}
