const factors: Readonly<Record<string, number>> = { '': 1, K: 1e3, M: 1e6, B: 1e9, T: 1e12 };

/** A figure as a document prints it, with what its digits leave open. */
export interface WrittenNumber {
  readonly value: number;
  /** Half a unit of the last digit printed. */
  readonly halfDigit: number;
}

/** Reads `$0.60B`, `100 MW`, `3 GW`, `$2.0B/GW-year` or `68823` in the measures' units (USD, MW, USD per GW-year). */
export function writtenNumber(text: string): WrittenNumber {
  const found = /^\$?(?<digits>-?\d+(?:\.(?<decimals>\d+))?)(?<suffix>[KMBT]?)(?<unit> .*|\/.*|)$/.exec(
    text.trim(),
  );
  if (found?.groups === undefined) throw new Error(`"${text}" is not a figure`);
  const { digits = '', decimals = '', suffix = '', unit = '' } = found.groups;
  const factor = (factors[suffix] ?? Number.NaN) * (unit.trim() === 'GW' ? 1000 : 1);
  return { value: Number(digits) * factor, halfDigit: (factor * 10 ** -decimals.length) / 2 };
}
