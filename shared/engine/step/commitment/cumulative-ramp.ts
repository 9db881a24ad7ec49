import { unreachable } from '../../../base/assert.ts';
import type { Block, Lanes } from '../../block/block.ts';
import { withinTerm } from '../../loops/commitment.ts';
import { copy } from '../../loops/elementwise.ts';
import type { CommitmentPlan } from '../../plan/deal.ts';
import { annualRamp } from './annual-ramp.ts';
import { commitmentTerm } from './commitment-term.ts';
import { growthRamp } from './growth-ramp.ts';
import { pointsRamp } from './points-ramp.ts';
import { sCurveRamp } from './s-curve-ramp.ts';

/**
 * Prepares a step that writes to `out` the cumulative fraction committed at `x`, each lane's elapsed share of the term.
 * Meant for `0 < x < 1`; what it writes for other shares is not used.
 */
export type RampCurve = (x: Lanes, out: Lanes) => () => void;

/**
 * Builds the curve `F(x)` by which a commitment is spread over its term: 0 for `x <= 0`, 1 for `x >= 1`, never falling.
 */
export function rampCurve(block: Block, commitment: CommitmentPlan): RampCurve {
  const curve = statedCurve(block, commitment);
  return (x, out) => {
    const spread = curve(x, out);
    const complete = block.loop(withinTerm, out, x);
    return () => {
      spread();
      complete();
    };
  };
}

function statedCurve(block: Block, commitment: CommitmentPlan): RampCurve {
  const { ramp } = commitment;
  switch (ramp.kind) {
    case 'linear':
      return (x, out) => block.loop(copy, out, x);
    case 's-curve':
      return sCurveRamp(block, ramp.midpoint, ramp.steepness);
    case 'annual':
      return annualRamp(block, ramp.shares);
    case 'growth':
      return growthRamp(block, ramp.perYear, block.use(commitmentTerm, commitment).months);
    case 'points':
      return pointsRamp(block, ramp.path, block.use(commitmentTerm, commitment));
    default:
      return unreachable(ramp);
  }
}
