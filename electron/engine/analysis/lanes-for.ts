import { usualLanes } from '../kernels.ts';

/** Chooses lanes for a few runs: a wide block would mostly compute lanes that nobody reads. */
export function lanesFor(runs: number): number {
  if (runs === 1) return 1;
  return runs <= 8 ? 8 : usualLanes;
}
