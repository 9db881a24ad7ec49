/** Puts a numeral between its sign, currency and unit: `-$5B`, `1 month`, `2 months`. */
export function surround(digits: string, before: string, after: string): string {
  const isNegative = digits.startsWith('-');
  const size = isNegative ? digits.slice(1) : digits;
  return `${isNegative ? '-' : ''}${before}${size}${size === '1' ? singular(after) : plural(after)}`;
}

const counted = /^( (?:month|year|quarter|week|day|chip|share))s?$/;

function singular(after: string): string {
  return counted.exec(after)?.[1] ?? after;
}

/** Puts a counted unit into its plural: ` month` is ` months`; all others stay. */
export function plural(after: string): string {
  const word = counted.exec(after)?.[1];
  return word === undefined ? after : `${word}s`;
}
