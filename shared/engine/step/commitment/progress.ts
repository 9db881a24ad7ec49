import { invariant } from '../../../base/assert.ts';
import type { Block, Lanes } from '../../block/block.ts';
import { addFrom } from '../../loops/commitment.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { consumption } from '../spend/consumption.ts';
import { commitmentTerm } from './commitment-term.ts';
import { committed } from './committed.ts';

/**
 * Adds up what counts towards a commitment: what was committed before the start (taken as consumed) and eligible
 * consumption from the beginning of the term. Unit: USD, end of month.
 */
export function commitmentProgress(block: Block, deal: DealPlan): Lanes {
  const { commitment } = deal;
  invariant(commitment !== null, `the deal ${deal.key} has a commitment`);
  const { begins } = block.use(commitmentTerm, commitment);
  const { opening } = block.use(committed, commitment);
  const { eligible } = block.use(consumption, deal);
  const progress = block.cell();
  block.onStart(() => progress.set(opening));
  block.onMonth(block.loop(addFrom, progress, eligible, begins));
  return progress;
}
