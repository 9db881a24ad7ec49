import type { Block, Lanes } from '../../block/block.ts';
import { pathReader } from '../../lanes/path-reader.ts';
import { countWholeSteps } from '../../loops/facility.ts';
import type { InstrumentPlan } from '../../plan/capital.ts';
import type { DealPlan } from '../../plan/deal.ts';
import { onlinePower } from '../capacity/online-power.ts';

/** A warrant that vests on deployment. */
export interface WarrantState {
  readonly key: string;
  readonly from: number;
  /** Worth of all vested shares at the end of the month, USD. */
  readonly value: Lanes;
  /** Worth of the shares that vested in the month, at the month's price, USD. */
  readonly vested: Lanes;
}

/**
 * Vests warrants as power is delivered.
 *
 * Formula: `vested = min(shares, shares per step · steps(delivered))`, value `= vested · max(0, price(m) − strike)`.
 * Unit: USD; a right, not cash.
 */
export function warrants(block: Block, deal: DealPlan): readonly WarrantState[] {
  return deal.capital.instruments
    .filter((instrument) => instrument.kind === 'warrant')
    .map((instrument) => warrant(block, deal, instrument));
}

function warrant(
  block: Block,
  deal: DealPlan,
  instrument: Extract<InstrumentPlan, { kind: 'warrant' }>,
): WarrantState {
  const { lanes } = block;
  const { online } = block.use(onlinePower, deal);
  const shares = block.input(instrument.shares);
  const strike = block.input(instrument.strike);
  const fromMw = block.input(instrument.vest.fromMw);
  const perMw = block.input(instrument.vest.perMw);
  const sharesPerStep = block.input(instrument.vest.sharesPerStep);
  const gain = block.cell();
  const readPrice = pathReader(block, instrument.sharePrice, gain);
  const steps = block.cell();
  const count = block.loop(countWholeSteps, steps, online, fromMw, perMw);
  const sharesVested = block.cell();
  const value = block.cell();
  const vested = block.cell();
  block.onMonth((m) => {
    readPrice(m);
    count();
    for (let l = 0; l < lanes; l += 1) {
      const perShare = Math.max(0, gain[l] - strike[l]);
      const now = Math.max(sharesVested[l], Math.min(shares[l], sharesPerStep[l] * steps[l]));
      vested[l] = (now - sharesVested[l]) * perShare;
      value[l] = now * perShare;
      sharesVested[l] = now;
    }
  });
  return { key: instrument.key, from: instrument.from, value, vested };
}
