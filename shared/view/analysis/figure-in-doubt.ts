import type { Bands } from '#shared/engine/summary/bands.ts';
import { headlineMeasures } from '../headline.ts';

/** What is asked about while the user has asked about nothing. */
export const usualMeasure = 'spend.billed.cumulative';

/** A measure at a month of the projection. */
export interface DoubtfulFigure {
  readonly measure: string;
  readonly month: number;
}

/**
 * Chooses a figure that the draws at hand disagree about: that which the user chose, else the usual one, else the first headline
 * measure at the end; null where none is uncertain. Only measures with bands count, so that asking about the figure costs no new draws.
 */
export function figureInDoubt(
  bands: readonly (Bands & { readonly id: string })[],
  months: number,
  chosen: { readonly measure: string; readonly month: number | null } | null,
): DoubtfulFigure | null {
  const last = months - 1;
  const isUncertain = ({ measure, month }: DoubtfulFigure): boolean => {
    const band = bands.find(({ id }) => id === measure);
    const low = band?.p5[month] ?? Number.NaN;
    return (band?.p95[month] ?? Number.NaN) > low;
  };
  const wanted = chosen && { measure: chosen.measure, month: Math.min(chosen.month ?? last, last) };
  const standing = [usualMeasure, ...headlineMeasures].map((measure) => ({ measure, month: last }));
  return [...(wanted === null ? [] : [wanted]), ...standing].find(isUncertain) ?? null;
}
