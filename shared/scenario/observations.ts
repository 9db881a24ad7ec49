import { lawQuantile } from '#shared/engine/distribution/law-quantile.ts';
import { prepareLaw } from '#shared/engine/distribution/prepare-law.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { readFormulas } from './formula/formula-book.ts';
import { readInUnitOf } from './formula/threshold.ts';
import type { Scenario } from './scenario.ts';
import type { Place } from './text/node.ts';

/** One dated observation of a measure, in the unit of the measure. */
export interface Observation {
  readonly measure: string;
  /** Month it falls in, 0 for the first: a stock at the end of it, a flow during it. */
  readonly month: number;
  readonly value: number;
  /** Standard deviation of what it and the model may differ by. */
  readonly error: number;
  readonly text: string;
  readonly place: Place;
}

/** A plain figure is taken to be right to this share of itself, one standard deviation. */
export const plainFigureError = 0.05;

/** Probabilities one standard deviation to either side of the middle of a normal law. */
const [below, above] = [0.15865525393145707, 0.8413447460685429];

/**
 * Returns the observations of a scenario that fall inside its projection, in the order of the file. A plain figure is taken as right
 * to 5 %; one written as a distribution, such as `normal(4, 0.1) GW`, says itself how far it may be off.
 */
export function observationsOf(scenario: Scenario): readonly Observation[] {
  const { names } = readFormulas(scenario, () => undefined);
  const { distribution } = scenario.horizon;
  const months = distribution.kind === 'constant' ? Math.round(distribution.value) : 0;
  return scenario.actuals.flatMap(({ key, value }) => {
    const unit = names.get(key)?.unit;
    if (unit === undefined) return [];
    return value.flatMap(({ at, value: written }) => {
      const month = at.distribution.kind === 'constant' ? Math.floor(at.distribution.value) : -1;
      const quantity = readInUnitOf(written, unit, scenario.start, () => undefined);
      if (quantity === null || month < 0 || month >= months) return [];
      const spread = spreadOf(quantity.distribution);
      return spread === null
        ? []
        : [{ measure: key, month, ...spread, text: written.text, place: written.spot.place }];
    });
  });
}

function spreadOf(distribution: Distribution): { readonly value: number; readonly error: number } | null {
  const law = prepareLaw(distribution);
  if (!law.ok) return null;
  const value = lawQuantile(law.value, 0.5, 0.5);
  if (law.value.kind === 'constant') return { value, error: Math.abs(value) * plainFigureError };
  const half = (lawQuantile(law.value, above, below) - lawQuantile(law.value, below, above)) / 2;
  return { value, error: half };
}
