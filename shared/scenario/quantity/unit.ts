/** Exponents of what a unit is made of: `{ USD: 1, MW: -1 }` for money per power. Pure numbers are empty. */
export type Parts = Readonly<Record<string, number>>;

/**
 * A unit of measure: what it is made of, and its size in the plan's basic units (USD, MW, months, chips, shares, FLOP/s).
 * The size is `10^exponent × numerator ÷ denominator`, kept apart so that values written in decimals convert without
 * rounding.
 */
export interface Unit {
  readonly parts: Parts;
  readonly exponent: number;
  readonly numerator: number;
  readonly denominator: number;
}

/** The unit of pure numbers. */
export const noUnit: Unit = { parts: {}, exponent: 0, numerator: 1, denominator: 1 };

/** Makes a unit of one part, of the given size in the basic unit. */
export function unitOf(part: string, exponent = 0, numerator = 1, denominator = 1): Unit {
  return { parts: { [part]: 1 }, exponent, numerator, denominator };
}

/** Multiplies two units, or divides where `power` is −1. */
export function combineUnits(a: Unit, b: Unit, power: 1 | -1 = 1): Unit {
  const parts: Record<string, number> = { ...a.parts };
  for (const [part, exponent] of Object.entries(b.parts)) {
    const sum = (parts[part] ?? 0) + power * exponent;
    if (sum === 0) delete parts[part];
    else parts[part] = sum;
  }
  const numerator = a.numerator * (power === 1 ? b.numerator : b.denominator);
  const denominator = a.denominator * (power === 1 ? b.denominator : b.numerator);
  return { parts, exponent: a.exponent + power * b.exponent, ...inLowestTerms(numerator, denominator) };
}

/** Raises a unit to a whole power. */
export function raiseUnit(unit: Unit, power: number): Unit {
  const base = power < 0 ? combineUnits(noUnit, unit, -1) : unit;
  let raised = noUnit;
  for (let i = 0; i < Math.abs(power); i++) raised = combineUnits(raised, base);
  return raised;
}

/** True where two units measure the same thing, whatever their size. */
export function isSameKind(a: Parts, b: Parts): boolean {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** The size of a unit in basic units. */
export function sizeOf(unit: Unit): number {
  return (Number(`1e${unit.exponent}`) * unit.numerator) / unit.denominator;
}

/** Converts a decimal numeral written in `unit` into `target`, rounding once at most for decimal units. */
export function convertNumeral(numeral: string, unit: Unit, target: Unit): number {
  const scale = combineUnits(unit, target, -1);
  const shifted = shiftDecimal(numeral, scale.exponent);
  return (shifted * scale.numerator) / scale.denominator;
}

/** Reads a plain numeral times a power of ten as the nearest double. */
export function shiftDecimal(numeral: string, exponent: number): number {
  const [digits = '', own = '0'] = numeral.toLowerCase().split('e');
  return Number(`${digits}e${Number(own) + exponent}`);
}

function inLowestTerms(numerator: number, denominator: number): { numerator: number; denominator: number } {
  const divisor = greatestCommonDivisor(numerator, denominator);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

function greatestCommonDivisor(a: number, b: number): number {
  let [high, low] = [a, b];
  while (low !== 0) [high, low] = [low, high % low];
  return high;
}
