import type { MeasureFacts } from '../expression/measure-name.ts';
import type { Scenario } from '../scenario.ts';

/** Ids and units of the measures every deal and the total have; flows have a `.cumulative` twin. */
const common: readonly (readonly [id: string, unit: string, isFlow?: true])[] = [
  ['capacity.contracted', 'MW'],
  ['capacity.energised', 'MW'],
  ['capacity.online', 'MW'],
  ['capacity.it', 'MW'],
  ['capacity.used', 'MW'],
  ['capacity.clipped', 'MW'],
  ['compute.peak', 'FLOP/s'],
  ['compute.effective', 'FLOP/s'],
  ['compute.training', 'FLOP/s'],
  ['compute.inference', 'FLOP/s'],
  ['compute.h100e', 'H100e'],
  ['compute.market-value', 'USD', true],
  ['energy', 'MWh', true],
  ['spend.consumption', 'USD', true],
  ['spend.billed', 'USD', true],
  ['spend.per-effective-flop', 'USD/FLOP'],
  ['spend.per-gw-year', 'USD/GW-year'],
  ['commitment.committed', 'USD', true],
  ['commitment.eligible', 'USD', true],
  ['commitment.shortfall', 'USD', true],
  ['commitment.make-up', 'USD'],
  ['commitment.remaining', 'USD'],
  ['commitment.months-ahead', 'months'],
  ['commitment.met-month', 'month'],
  ['price.per-gw-year', 'USD/GW-year'],
  ['price.per-gw-year-ceiling', 'USD/GW-year'],
  ['price.per-chip-hour', 'USD/chip-hour'],
  ['capital.paid', 'USD', true],
  ['capital.paid-in', 'USD'],
  ['capital.available', 'USD'],
  ['capital.drawn', 'USD'],
  ['capital.cumulative', 'USD'],
  ['capital.warrants', 'USD'],
  ['circularity.ratio', '1'],
  ['circularity.ratio-all', '1'],
  ['circularity.ratio-ceiling', '1'],
  ['circularity.recycled-share', '1'],
  ['circularity.net', 'USD'],
  ['provider.cash', 'USD', true],
  ['provider.npv', 'USD'],
  ['provider.npv-with-stake', 'USD'],
  ['provider.irr', '1/year'],
  ['provider.payback-month', 'month'],
  ['provider.stake-value', 'USD'],
  ['dependence.liability', 'USD'],
  ['dependence.switching-cost', 'USD'],
  ['dependence.provider-revenue-share', '1'],
];

const totals: readonly (readonly [id: string, unit: string, isFlow?: true])[] = [
  ['customer.cash', 'USD'],
  ['customer.revenue', 'USD', true],
  ['customer.runway', 'months'],
  ['dependence.hhi', '1'],
  ['dependence.escape', 'MW'],
  ['dependence.own-silicon', '1'],
];

/** Lists every measure of the model that a scenario has, with its unit. */
export function measureNames(scenario: Scenario): Map<string, MeasureFacts> {
  const names = new Map<string, MeasureFacts>();
  const add = (id: string, unit: string, isFlow = false): void => {
    names.set(id, { unit });
    if (isFlow) names.set(`${id}.cumulative`, { unit });
  };
  const prefixes = ['', ...scenario.deals.map(({ key }) => `${key}.`)];
  for (const prefix of prefixes) {
    for (const [id, unit, isFlow] of common) add(prefix + id, unit, isFlow);
    for (const { key } of scenario.generations) {
      add(`${prefix}fleet.power.${key}`, 'MW');
      add(`${prefix}fleet.chips.${key}`, 'chips');
      add(`${prefix}fleet.share.${key}`, '1');
    }
  }
  for (const [id, unit, isFlow] of totals) add(id, unit, isFlow);
  for (const { key } of scenario.generations) add(`price.${key}`, 'USD/chip-hour');
  for (const { key, value } of scenario.deals) {
    add(`dependence.share.${key}`, '1');
    add(`dependence.spend-share.${key}`, '1');
    for (const option of value.options) {
      for (const prefix of ['', `${key}.`]) {
        add(`${prefix}options.${option.key}.exercised`, '1');
        add(`${prefix}options.${option.key}.month`, 'month');
        add(`${prefix}options.${option.key}.value`, 'USD');
        add(`${prefix}options.${option.key}.waiting-cost`, 'USD');
      }
    }
  }
  return names;
}
