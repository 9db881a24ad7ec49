import type { DrawableSimulation, PreparedSimulation } from './prepared-simulation.ts';
import type { Stretch } from './rounds.ts';
import { sampleBytes } from './shared-samples.ts';
import { planSieve, type SievePlan } from './sieve-plan.ts';

/** More passes than this cost more time than anybody asked for who asked for that many draws. */
export const mostPasses = 8;

/** Some measures of a run that are drawn together. */
export interface Pass<P extends PreparedSimulation = DrawableSimulation> {
  readonly prepared: P;
  /** How they are summed up as they come; null where memory holds all their draws. */
  readonly sieve: SievePlan | null;
}

/**
 * Returns how many draws of all measures some memory holds at once: all of the run, or those up to the last round that fits. 0 where
 * even the first is too large.
 */
export function heldAtOnce(prepared: PreparedSimulation, rounds: readonly Stretch[], bytes: number): number {
  const fitting = rounds.filter(({ to }) => sampleBytes({ ...prepared, draws: to }) <= bytes);
  return fitting.at(-1)?.to ?? 0;
}

/**
 * Divides the measures of a run into as few groups as some memory allows, each of which is drawn by itself in the memory of the one
 * before: with all its draws at hand where they fit, else through sieves that `pilots` of first draws may aim. Empty where not
 * even one measure fits.
 */
export function planPasses<P extends PreparedSimulation>(
  prepared: P,
  bytes: number,
  pilots: readonly number[] = [],
): Pass<P>[] {
  const { measures } = prepared;
  for (let groups = 1; groups <= measures.length; groups += 1) {
    const size = Math.ceil(measures.length / groups);
    const first = { ...prepared, measures: measures.slice(0, size) };
    const fits = sampleBytes(first) <= bytes;
    const sieve = fits ? null : planSieve(first, pilots, bytes);
    if (!fits && sieve === null) continue;
    const starts = Array.from({ length: Math.ceil(measures.length / size) }, (_, pass) => pass * size);
    return starts.map((from) => {
      const own = { ...prepared, measures: measures.slice(from, from + size) };
      return { prepared: own, sieve: sieve === null ? null : planSieve(own, [sieve.pilotDraws], bytes) };
    });
  }
  return [];
}
