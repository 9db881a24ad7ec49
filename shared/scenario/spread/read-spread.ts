import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { describeDimension } from '../quantity/dimensions.ts';
import type { Dimension } from '../quantity/quantity.ts';
import type { Call } from '../quantity/read-call.ts';
import type { Literal } from '../quantity/read-literal.ts';
import { readLiteral } from '../quantity/read-literal.ts';
import type { Term } from '../quantity/read-term.ts';
import { lend, lenderAmong } from '../quantity/resolve-core.ts';
import type { Borrowed, Target } from '../quantity/resolve-terms.ts';
import type { Family, ParameterKey } from './family.ts';
import { type Around, aroundTerm, spellTerm } from './spell-term.ts';
import type { Parameter, Spread } from './spread.ts';

/** A term of a literal with its role, and who lends it a unit. */
interface Role {
  readonly key: ParameterKey;
  readonly index: number;
  readonly dimension: Dimension;
  readonly term: Term;
  readonly borrowed: Borrowed | null;
  readonly lent: Around | null;
}

const namesOf: Partial<Record<Family, readonly ParameterKey[]>> = {
  normal: ['mean', 'sd'],
  lognormal: ['p5', 'p95'],
  uniform: ['low', 'high'],
  triangular: ['low', 'mode', 'high'],
  pert: ['low', 'mode', 'high'],
};

/**
 * Takes the words of a quantity apart into its family and the numbers that may be changed one by one. Numbers that
 * contradict one another are taken apart all the same; null where the words themselves cannot be read.
 */
export function readSpread(text: string, dimension: Dimension, start: YearMonth): Spread | null {
  if (text.trim().toLowerCase() === 'reported') {
    return { text, dimension, start, family: 'reported', parameters: [] };
  }
  const target: Target = { text, facts: describeDimension(dimension), start };
  const literal = readLiteral(target);
  if (!literal.ok) return null;
  const { core } = literal.value;
  const family: Family = core.kind === 'plain' ? 'fixed' : core.kind === 'interval' ? 'interval' : core.name;
  const parameters: Parameter[] = [];
  for (const role of rolesOf(target, literal.value)) {
    const asked = { ...target, facts: describeDimension(role.dimension) };
    const spelt = spellTerm(asked, role.term, role.borrowed, role.lent);
    if (spelt === null) return null;
    const { key, index, term } = role;
    parameters.push({
      key,
      index,
      dimension: role.dimension,
      from: term.from,
      to: term.to,
      lead: null,
      ...spelt,
    });
  }
  return { text, dimension, start, family, parameters: withMissing(text, literal.value, parameters) };
}

function rolesOf(target: Target, literal: Literal): readonly Role[] {
  const { dimension } = target.facts;
  const { core } = literal;
  const plain = { index: 0, dimension, borrowed: null, lent: null };
  const around = (term: Term | null) => (term === null ? null : aroundTerm(target.text, term));
  if (core.kind === 'plain')
    return [{ ...plain, key: 'value', term: core.term }, ...boundsOf(target, literal)];
  if (core.kind === 'call') return [...argumentsOf(target, core), ...boundsOf(target, literal)];
  const ends = [
    { ...plain, key: 'p5', term: core.low, borrowed: lend(core.high), lent: around(core.high) },
    { ...plain, key: 'p95', term: core.high, borrowed: lend(core.low), lent: around(core.low) },
  ] as const;
  return [...ends, ...boundsOf(target, literal)];
}

/** The words behind the brackets, which count for every number inside. */
function outerWords(text: string, call: Call): Around | null {
  if (call.outer === null) return null;
  return { before: '', after: text.slice(text.lastIndexOf(')', call.to) + 1, call.to) };
}

function argumentsOf(target: Target, call: Call): readonly Role[] {
  const { dimension } = target.facts;
  const shapes = call.name === 'beta' ? 2 : 0;
  const lender = lenderAmong(call.args.slice(shapes));
  const borrowed = call.outer ?? (lender === null ? null : lend(lender));
  const lent = outerWords(target.text, call) ?? (lender === null ? null : aroundTerm(target.text, lender));
  return call.args.flatMap(({ term, weight }, at): Role[] => {
    const bare = { index: 0, term, borrowed: null, lent: null };
    if (call.name === 'chance') return [{ ...bare, key: 'chance', dimension: 'share', borrowed, lent }];
    if (at < shapes) return [{ ...bare, key: at === 0 ? 'alpha' : 'beta', dimension: 'number' }];
    const own = { index: 0, term, dimension, borrowed, lent };
    if (call.name === 'beta') return [{ ...own, key: at === shapes ? 'low' : 'high' }];
    if (call.name === 'oneof') {
      const value: Role = { ...own, key: 'value', index: at };
      if (weight === null) return [value];
      return [value, { ...bare, key: 'weight', index: at, dimension: 'number', term: weight }];
    }
    const key = namesOf[call.name]?.[at] ?? 'value';
    return [{ ...own, key, dimension: key === 'sd' && dimension === 'date' ? 'duration' : dimension }];
  });
}

function boundsOf(target: Target, { core, bounds }: Literal): readonly Role[] {
  const last = core.kind === 'plain' ? core.term : core.kind === 'interval' ? core.high : null;
  const borrowed = core.kind === 'call' ? core.outer : last === null ? null : lend(last);
  const lent =
    core.kind === 'call'
      ? outerWords(target.text, core)
      : last === null
        ? null
        : aroundTerm(target.text, last);
  return bounds.map(({ side, term }) => {
    return { key: side, index: 0, dimension: target.facts.dimension, term, borrowed, lent };
  });
}

/** Adds what may be written but is not: the bounds of a law that runs on, and weights that count as 1. */
function withMissing(text: string, { core }: Literal, written: readonly Parameter[]): readonly Parameter[] {
  if (core.kind === 'call' && core.name === 'oneof') {
    return written.flatMap((parameter) => {
      const isWeighted = written.some(({ key, index }) => key === 'weight' && index === parameter.index);
      if (parameter.key !== 'value' || isWeighted) return [parameter];
      return [parameter, missing(parameter, 'weight', parameter.to, ': ', 1)];
    });
  }
  if (core.kind === 'plain' || (core.kind === 'call' && core.name === 'chance')) return written;
  const end = Math.max(core.to, ...written.map(({ to }) => to));
  const [first] = written.filter(({ key }) => key !== 'alpha' && key !== 'beta');
  const bounds = (['at-least', 'at-most'] as const).flatMap((key): readonly Parameter[] => {
    if (first === undefined || written.some((one) => one.key === key)) return [];
    const side = key === 'at-least' ? ', at least ' : ', at most ';
    return [missing(first, key, Math.min(end, text.trimEnd().length), side, Number.NaN)];
  });
  return [...written, ...bounds];
}

function missing(like: Parameter, key: ParameterKey, at: number, lead: string, value: number): Parameter {
  if (key === 'weight') {
    const spelling = { kind: 'amount', before: '', after: '', scale: 1, hasOwnUnit: true } as const;
    return { key, index: like.index, dimension: 'number', from: at, to: at, lead, value, spelling };
  }
  const { dimension, spelling } = like;
  const own = spelling.kind === 'amount' ? { ...spelling, hasOwnUnit: true } : spelling;
  return { key, index: 0, dimension, from: at, to: at, lead, value, spelling: own };
}
