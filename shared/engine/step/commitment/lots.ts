import type { Block, Lanes } from '../../block/block.ts';

/**
 * Dated amounts that are used oldest first and expire by age: over-consumption carried forward, make-up credit.
 * A queue per lane; a month of settlement adds at most one lot.
 *
 * Amounts go in and out through `amount`, one per lane: a number that a call takes or returns may be put on the heap.
 */
export interface Lots {
  readonly amount: Lanes;
  /** Adds a lot of `amount`. */
  readonly add: (lane: number, month: number) => void;
  /** Sets `amount` to the sum of the lots that are not too old. */
  readonly findUsable: (lane: number, month: number) => void;
  /** Takes `amount`, at most what is usable, from the oldest lots that have not expired. */
  readonly take: (lane: number, month: number) => void;
}

/** Creates empty queues that are cleared at the start of every run; lots older than `ageLimit` months have expired. */
export function lots(block: Block, mostLots: number, ageLimit: Lanes): Lots {
  const { lanes } = block;
  const amount = block.cell();
  const amounts = new Float64Array(mostLots * lanes);
  const months = new Int32Array(mostLots * lanes);
  const first = new Int32Array(lanes);
  const end = new Int32Array(lanes);
  block.onStart(() => {
    first.fill(0);
    end.fill(0);
  });
  const dropExpired = (l: number, month: number): void => {
    while (first[l] < end[l] && month - months[first[l] * lanes + l] > ageLimit[l]) first[l] += 1;
  };
  return {
    amount,
    add: (l, month) => {
      const place = end[l] * lanes + l;
      amounts[place] = amount[l];
      months[place] = month;
      end[l] += 1;
    },
    findUsable: (l, month) => {
      dropExpired(l, month);
      amount[l] = 0;
      for (let i = first[l]; i < end[l]; i += 1) amount[l] += amounts[i * lanes + l];
    },
    take: (l, month) => {
      dropExpired(l, month);
      let open = amount[l];
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
