import { unreachable } from '../../../base/assert.ts';
import type { Block } from '../../block/block.ts';
import type { CommitmentPlan } from '../../plan/deal.ts';
import { annualRamp } from './annual-ramp.ts';
import { commitmentTerm } from './commitment-term.ts';
import { growthRamp } from './growth-ramp.ts';
import { pointsRamp } from './points-ramp.ts';
import { sCurveRamp } from './s-curve-ramp.ts';

/** Cumulative fraction committed at `x`, the elapsed share of the term; asked for only with `0 < x < 1`. */
export type RampCurve = (lane: number, x: number) => number;

/** Builds the curve `F(x)` by which a commitment is spread over its term. */
export function rampCurve(block: Block, commitment: CommitmentPlan): RampCurve {
  const { ramp } = commitment;
  switch (ramp.kind) {
    case 'linear':
      return (_, x) => x;
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

/** Evaluates a curve on its whole range: 0 for `x <= 0`, 1 for `x >= 1`. */
export function fractionAt(curve: RampCurve, lane: number, x: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  return curve(lane, x);
}
