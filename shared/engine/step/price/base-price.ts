import { unreachable } from '../../../base/assert.ts';
import type { Block, Lanes } from '../../block/block.ts';
import type { GenerationPlan } from '../../plan/generation.ts';
import { geometricPrice } from './geometric-price.ts';
import { tablePrice } from './table-price.ts';
import { wrightPrice } from './wright-price.ts';

/** Returns a generation's price before discount and floor. Unit: USD per chip-hour, holds during the month. */
export function basePrice(block: Block, generation: GenerationPlan): Lanes {
  const { path } = generation.price;
  switch (path.kind) {
    case 'geometric':
      return geometricPrice(block, generation.price, path.declinePerYear);
    case 'wright':
      return wrightPrice(block, generation, path);
    case 'table':
      return tablePrice(block, path.path);
    default:
      return unreachable(path);
  }
}
