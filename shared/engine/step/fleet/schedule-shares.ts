import type { Block } from '../../block/block.ts';
import { pathReader } from '../../lanes/path-reader.ts';
import type { MixPlan } from '../../plan/deal.ts';
import type { StatedShares } from './stated-shares.ts';

/** Reads the mix from a dated share table, linear between its dates and flat outside. */
export function scheduleShares(block: Block, mix: Extract<MixPlan, { kind: 'schedule' }>): StatedShares {
  const raw = mix.generations.map(() => block.cell());
  const readers = mix.generations.map((_, g) =>
    pathReader(block, { at: mix.at, value: mix.shares.map((atDate) => atDate[g]) }, raw[g]),
  );
  return {
    raw,
    fill: (m) => {
      for (let g = 0; g < raw.length; g += 1) readers[g](m);
    },
  };
}
