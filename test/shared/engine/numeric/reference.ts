import { readFileSync } from 'node:fs';

interface Reference {
  /** [probability, score] */
  readonly probit: readonly (readonly [number, string])[];
  readonly normalCdf: readonly (readonly [number, string])[];
  readonly logGamma: readonly (readonly [number, string])[];
  /** [a, b, x, value] */
  readonly incompleteBeta: readonly (readonly [number, number, number, string])[];
  readonly quantile: readonly {
    readonly distribution: Readonly<Record<string, unknown>>;
    readonly at: readonly (readonly [number, string])[];
  }[];
}

/** Values at 20 digits, made by `reference.py` with mpmath. */
export const reference: Reference = JSON.parse(
  readFileSync(new URL('./reference.json', import.meta.url), 'utf8'),
);
