import type { PreparedSimulation } from './prepared-simulation.ts';
import type { Stretch } from './rounds.ts';
import { sampleBytes } from './shared-samples.ts';

/** More passes than this cost more time than anybody asked for who asked for that many draws. */
export const mostPasses = 8;

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
 * before; empty where not even one measure fits.
 */
export function planPasses(prepared: PreparedSimulation, bytes: number): PreparedSimulation[] {
  const { measures } = prepared;
  const of = (from: number, to: number) => ({ ...prepared, measures: measures.slice(from, to) });
  let atOnce = measures.length;
  while (atOnce > 0 && sampleBytes(of(0, atOnce)) > bytes) atOnce -= 1;
  if (atOnce === 0) return [];
  const size = Math.ceil(measures.length / Math.ceil(measures.length / atOnce));
  const starts = Array.from({ length: Math.ceil(measures.length / size) }, (_, pass) => pass * size);
  return starts.map((from) => of(from, from + size));
}
