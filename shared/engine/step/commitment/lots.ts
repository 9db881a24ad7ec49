import type { Block } from '../../block/block.ts';

/**
 * Dated amounts that are used oldest first and expire by age: over-consumption carried forward, make-up credit.
 * A queue per lane; a month of settlement adds at most one lot.
 */
export interface Lots {
  readonly add: (lane: number, month: number, amount: number) => void;
  /** Sum of the lots that are not older than `limit` months. */
  readonly usable: (lane: number, month: number, limit: number) => number;
  /** Takes an amount, at most what is usable, from the oldest lots that have not expired. */
  readonly take: (lane: number, month: number, limit: number, amount: number) => void;
}

/** Creates empty queues that are cleared at the start of every run. */
export function lots(block: Block, mostLots: number): Lots {
  const { lanes } = block;
  const amounts = new Float64Array(mostLots * lanes);
  const months = new Int32Array(mostLots * lanes);
  const first = new Int32Array(lanes);
  const end = new Int32Array(lanes);
  block.onStart(() => {
    first.fill(0);
    end.fill(0);
  });
  const dropExpired = (l: number, month: number, limit: number): void => {
    while (first[l] < end[l] && month - months[first[l] * lanes + l] > limit) first[l] += 1;
  };
  return {
    add: (l, month, amount) => {
      const place = end[l] * lanes + l;
      amounts[place] = amount;
      months[place] = month;
      end[l] += 1;
    },
    usable: (l, month, limit) => {
      dropExpired(l, month, limit);
      let sum = 0;
      for (let i = first[l]; i < end[l]; i += 1) sum += amounts[i * lanes + l];
      return sum;
    },
    take: (l, month, limit, amount) => {
      dropExpired(l, month, limit);
      let open = amount;
      while (open > 0 && first[l] < end[l]) {
        const place = first[l] * lanes + l;
        const taken = Math.min(open, amounts[place]);
        amounts[place] -= taken;
        open -= taken;
        if (amounts[place] <= 0) first[l] += 1;
      }
    },
  };
}
