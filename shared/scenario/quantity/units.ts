import type { Unit } from './unit.ts';
import { combineUnits, noUnit, unitOf } from './unit.ts';

/** A unit as it may be written. Spelling is strict in case, because `mW` and `MW` are different things. */
export interface NamedUnit {
  readonly name: string;
  /** Other spellings that are read as the same. */
  readonly also: readonly string[];
  readonly unit: Unit;
}

const prefixes = [
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
  ['Z', 21],
] as const;

/** Average month of the Gregorian year: 730.5 hours. */
const hour = unitOf('month', 0, 2, 1461);

const power = unitOf('MW', -6);

function prefixed(symbols: readonly string[], unit: Unit, count: number): NamedUnit[] {
  return prefixes.slice(0, count).map(([prefix, exponent]) => {
    const [name = '', ...also] = symbols.map((symbol) => prefix + symbol);
    return { name, also, unit: { ...unit, exponent: unit.exponent + exponent } };
  });
}

function named(name: string, also: readonly string[], unit: Unit): NamedUnit {
  return { name, also, unit };
}

/** Every unit of the language, in the order in which completion offers them. */
export const namedUnits: readonly NamedUnit[] = [
  named('$', ['USD', 'US$', 'dollars', 'dollar'], unitOf('USD')),
  ...prefixed(['W'], power, 5),
  ...prefixed(['Wh'], combineUnits(power, hour), 5),
  ...prefixed(['FLOP/s', 'FLOPS', 'FLOPs/s', 'FLOPs', 'flop/s', 'FLOP/sec'], unitOf('FLOP/s'), 8),
  named('months', ['month', 'mo'], unitOf('month')),
  named('years', ['year', 'yr', 'yrs', 'annum'], unitOf('month', 0, 12)),
  named('quarters', ['quarter'], unitOf('month', 0, 3)),
  named('weeks', ['week'], unitOf('month', 0, 112, 487)),
  named('days', ['day'], unitOf('month', 0, 16, 487)),
  named('hours', ['hour', 'hr', 'h'], hour),
  named('chips', ['chip'], unitOf('chip')),
  named('shares', ['share'], unitOf('share')),
  named('%', ['percent'], { ...noUnit, exponent: -2 }),
  named('x', ['×', 'times'], noUnit),
];

const byName: ReadonlyMap<string, Unit> = new Map(
  namedUnits.flatMap(({ name, also, unit }) => [name, ...also].map((word) => [word, unit] as const)),
);

/** Finds a unit by its exact spelling. */
export function findUnit(word: string): Unit | null {
  return byName.get(word) ?? null;
}

/** Every spelling that is read, for "did you mean". */
export const unitWords: readonly string[] = [...byName.keys()];

/** Multiples that may follow a number: `$8B`, `1.5M chips`, `5 billion USD`. */
export const multiples: ReadonlyMap<string, number> = new Map([
  ['k', 3],
  ['K', 3],
  ['M', 6],
  ['B', 9],
  ['T', 12],
  ['bn', 9],
  ['thousand', 3],
  ['million', 6],
  ['billion', 9],
  ['trillion', 12],
]);
