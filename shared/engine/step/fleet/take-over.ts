import { unreachable } from '../../../base/assert.ts';
import type { Block, Lanes } from '../../block/block.ts';
import { highest, lowest } from '../../lanes/operations.ts';
import { advanceLogistic, moveLogistic } from '../../loops/fleet.ts';
import type { TakeOver } from '../../plan/deal.ts';
import { bassShare } from '../capacity/ramp-shape.ts';

/**
 * Computes how far a generation has taken over from the one before it, at the end of the month: 0…1, rising.
 *
 * Formula: logistic `1 / (1 + e^{k (midpoint − t)})`, `k = 2 ln 9 / takeover months` (from 10 % to 90 % in the take-over
 * time), or the Bass curve of the years since launch; `t = m + 1`.
 */
export function takenShare(block: Block, { curve }: TakeOver): Lanes {
  switch (curve.kind) {
    case 'logistic':
      return logisticShare(block, block.input(curve.midpoint), block.input(curve.takeoverMonths));
    case 'bass': {
      const { lanes } = block;
      const launch = block.input(curve.launch);
      const p = block.input(curve.pPerYear);
      const q = block.input(curve.qPerYear);
      const share = block.cell();
      block.onMonth((m) => {
        for (let l = 0; l < lanes; l += 1) share[l] = bassShare((m + 1 - launch[l]) / 12, p[l], q[l]);
      });
      return share;
    }
    default:
      return unreachable(curve);
  }
}

/** Exponent up to which odds are written down: where they are larger the share is 0 to within 1e-299. */
const largestExponent = 690;

/**
 * The odds `e^{k (midpoint − t)}` change by the same factor every month, so a multiplication replaces the exponential. A
 * lane's odds begin in the month in which they can be written down, and are set once more near the midpoint, where they
 * count and can be computed to the last digit. A take-over without length happens at the midpoint.
 */
function logisticShare(block: Block, midpoint: Lanes, takeover: Lanes): Lanes {
  const { lanes } = block;
  const share = block.cell();
  const odds = block.cell();
  const perMonth = block.cell();
  const first: Anchor = { month: block.cell(), odds: block.cell() };
  const middle: Anchor = { month: block.cell(), odds: block.cell() };
  /** Over all lanes: the last to begin, the first and the last to turn. */
  let lastFirst = 0;
  let firstMiddle = 0;
  let lastMiddle = 0;
  block.onStart(() => {
    for (let l = 0; l < lanes; l += 1) {
      const steepness = takeover[l] > 0 ? tenToNinety / takeover[l] : Number.POSITIVE_INFINITY;
      perMonth[l] = Math.exp(-steepness);
      first.month[l] = Math.max(0, Math.ceil(midpoint[l] - 1 - largestExponent / steepness));
      first.odds[l] = oddsAt(steepness, midpoint[l] - 1 - first.month[l]);
      middle.month[l] = Math.max(first.month[l], Math.ceil(midpoint[l] - 1));
      middle.odds[l] = oddsAt(steepness, midpoint[l] - 1 - middle.month[l]);
    }
    lastFirst = highest(first.month);
    firstMiddle = lowest(middle.month);
    lastMiddle = highest(middle.month);
  });
  const advance = block.loop(
    advanceLogistic,
    ...([share, odds, perMonth, first.month, first.odds, middle.month, middle.odds] as const),
  );
  const move = block.loop(moveLogistic, share, odds, perMonth);
  block.onMonth((m) => {
    const isPlain = m > lastFirst && (m < firstMiddle || m > lastMiddle);
    if (isPlain) move();
    else advance(m);
  });
  return share;
}

function oddsAt(steepness: number, monthsAhead: number): number {
  return steepness === Number.POSITIVE_INFINITY ? 0 : Math.exp(steepness * monthsAhead);
}

/** Odds that a lane starts from in a month. */
interface Anchor {
  readonly month: Lanes;
  readonly odds: Lanes;
}

/** Steepness of a logistic that needs one unit of time from 10 % to 90 %: 2 ln 9. */
const tenToNinety = 2 * Math.log(9);
