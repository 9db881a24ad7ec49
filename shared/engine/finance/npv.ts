import { invariant } from '../../base/assert.ts';

/**
 * Computes the net present value of dated flows.
 *
 * Formula: `Σ v_i / (1 + r)^(d_i / 365)`, `d_i` days from the date of reference: the convention of Excel's XNPV, whose date
 * of reference is the first flow's. Unit: that of the flows. Rates above −1.
 */
export function npv(rate: number, flows: ArrayLike<number>, days: ArrayLike<number>): number {
  invariant(flows.length === days.length, 'every flow has a day');
  const logRate = Math.log1p(rate);
  let sum = 0;
  for (let i = 0; i < flows.length; i += 1) sum += flows[i] * Math.exp((-logRate * days[i]) / 365);
  return sum;
}
