import type { Outcome } from '#shared/base/outcome.ts';
import { ok } from '#shared/base/outcome.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { Crossing, Range } from './bound-distribution.ts';
import { boundDistribution } from './bound-distribution.ts';
import { describeDimension } from './dimensions.ts';
import { faultAt } from './fault.ts';
import { formatQuantity } from './format-quantity.ts';
import type { Dimension, Quantity, QuantityFault } from './quantity.ts';
import type { Literal } from './read-literal.ts';
import { readLiteral } from './read-literal.ts';
import { resolveCore } from './resolve-core.ts';
import type { Target } from './resolve-terms.ts';
import { resolveTerm } from './resolve-terms.ts';

/** What surrounds a quantity: when the scenario starts, and between which ends the field may lie. */
export interface QuantityContext {
  /** Null while the start is not known; dates are then counted from an arbitrary month. */
  readonly start: YearMonth | null;
  readonly range?: Range;
}

/**
 * Reads a quantity of the given dimension from the words of an analyst: `$100B`, `5 to 9 GW, at most 10 GW`,
 * `pert(2027-06, 2027-10, 2028-12)`.
 *
 * Values come out in the fixed unit of the dimension. `chance(30 %)` is an event: 1 with that probability, else 0.
 * Intervals are 90 %: lognormal where both ends are positive, normal otherwise and for dates. The field's range
 * truncates distributions and refuses fixed values outside. `%/month` is twelve times that per year, not compounded.
 */
export function parseQuantity(
  text: string,
  dimension: Dimension,
  context: QuantityContext,
): Outcome<Quantity, QuantityFault> {
  const target: Target = {
    text,
    facts: describeDimension(dimension),
    start: context.start ?? { year: 2000, month: 1 },
  };
  const literal = readLiteral(target);
  if (!literal.ok) return literal;
  const core = resolveCore(target, literal.value.core);
  if (!core.ok) return core;
  const bounded = applyBounds(target, literal.value, core.value);
  if (!bounded.ok) return bounded;
  const ranged = applyRange(target, bounded.value, context.range ?? {});
  if (!ranged.ok) return ranged;
  return ok({ dimension, distribution: ranged.value, text, qualifier: literal.value.qualifier });
}

function applyBounds(
  target: Target,
  literal: Literal,
  distribution: Distribution,
): Outcome<Distribution, QuantityFault> {
  let bounded = distribution;
  let range: Range = {};
  for (const { side, term } of literal.bounds) {
    const value = resolveTerm(target, term, lender(literal));
    if (!value.ok) return value;
    range = side === 'at-most' ? { ...range, max: value.value } : { ...range, min: value.value };
    if (range.min !== undefined && range.max !== undefined && range.min >= range.max) {
      return faultAt(target, 'bad-distribution', term, 'The lower bound must be below the upper bound.');
    }
    const cut = boundDistribution(bounded, range);
    if (!cut.ok) {
      const met = target.text.slice(term.from, term.to);
      return faultAt(
        target,
        'bad-distribution',
        term,
        `The bound "${met}" leaves nothing of the value before it.`,
      );
    }
    bounded = cut.value;
  }
  return ok(bounded);
}

/** `5 to 9 GW, at most 10` means 10 GW. */
function lender(literal: Literal) {
  const { core } = literal;
  if (core.kind === 'call') return core.outer;
  const term = core.kind === 'plain' ? core.term : core.high;
  return term.kind === 'amount' ? { multiple: term.multiple, unit: term.unit } : null;
}

function applyRange(
  target: Target,
  distribution: Distribution,
  range: Range,
): Outcome<Distribution, QuantityFault> {
  const bounded = boundDistribution(distribution, range);
  if (bounded.ok) return bounded;
  const span = { from: 0, to: target.text.length };
  const { message, expected } = outOfRange(target, bounded.error, range);
  const fault = faultAt(target, 'out-of-range', span, message);
  return { ok: false, error: { ...fault.error, expected } };
}

function outOfRange(target: Target, crossing: Crossing, range: Range) {
  const { dimension } = target.facts;
  const show = (value: number) => formatQuantity(value, dimension, target.start);
  const { min, max } = range;
  const ends =
    min !== undefined && max !== undefined
      ? `from ${show(min)} to ${show(max)}`
      : min !== undefined
        ? `at least ${show(min)}`
        : `at most ${show(max ?? 0)}`;
  const way = crossing.side === 'min' ? 'too small' : 'too large';
  return {
    message: `"${target.text.trim()}" is ${way}; expected ${target.facts.words} ${ends}.`,
    expected: `${target.facts.words} ${ends}`,
  };
}
