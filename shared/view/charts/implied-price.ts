import { mapBand } from '../bands.ts';
import type { ChartView } from '../chart.ts';
import { comparableContracts } from '../comparables.ts';
import { formatMoney } from '../format.ts';
import type { Lens } from '../lens.ts';
import { hasSubstance } from '../reach.ts';
import { assemble, type RawSeries, sourceLine } from './assemble.ts';

/** Shows what a GW-year costs under the commitment and as billed, beside comparable contracts. */
export function impliedPriceChart(lens: Lens): ChartView | null {
  const series: RawSeries[] = [];
  const isTelling = fromDelivery(lens, tellingGwYears);
  const isSteady = fromDelivery(lens, steadyGwYears);
  const billed = lens.values('spend.per-gw-year');
  if (hasSubstance(billed)) {
    series.push({
      id: 'spend.per-gw-year',
      label: 'As billed',
      kind: 'line',
      tone: 'data-1',
      dash: 'solid',
      values: isTelling(billed),
      band: mapBand(lens.band('spend.per-gw-year'), isSteady),
    });
  }
  const committed = lens.values('price.per-gw-year');
  if (hasSubstance(committed)) {
    series.push({
      id: 'price.per-gw-year',
      label: 'As committed',
      kind: 'line',
      tone: 'data-2',
      dash: 'dashed',
      values: isTelling(committed),
      band: mapBand(lens.band('price.per-gw-year'), isSteady),
    });
  }
  const atCeiling = lens.values('price.per-gw-year-ceiling');
  if (hasSubstance(atCeiling)) {
    series.push({
      id: 'price.per-gw-year-ceiling',
      label: 'Commitment at the ceiling',
      kind: 'line',
      tone: 'ink',
      dash: 'dotted',
      values: atCeiling,
    });
  }
  if (series.length === 0) return null;
  return assemble(lens, {
    id: 'implied-price',
    topic: 'Implied price of a GW-year',
    finding: impliedPriceFinding(lens),
    unit: 'USD',
    source: sourceLine(lens, `running averages since the start; comparables: ${comparableContracts.source}`),
    series,
    references: [
      { label: 'Comparable contracts', from: comparableContracts.low, to: comparableContracts.high },
    ],
  });
}

/** GW-years after which an average over what was delivered says something, and after which late draws do too. */
const tellingGwYears = 0.5;
const steadyGwYears = 3;

/** Leaves out the first months, in which almost nothing is delivered and an average over it means nothing. */
function fromDelivery(lens: Lens, gwYears: number): (values: Float64Array) => Float64Array {
  const delivered = lens.values('capacity.gw-years.cumulative');
  return (values) =>
    delivered === null
      ? values
      : values.map((value, at) => ((delivered[at] ?? 0) < gwYears ? Number.NaN : value));
}

/** States the tension between a floor in dollars and a ceiling in watts. */
function impliedPriceFinding(lens: Lens): string {
  const { low, high } = comparableContracts;
  const range = `$${low / 1e9}–${high / 1e9}B`;
  const floor = lens.final('price.per-gw-year-ceiling');
  const billed = lens.final('spend.per-gw-year');
  if (Number.isFinite(floor)) {
    const verdict =
      floor < low
        ? `comparables pay ${range}, so both cannot bind`
        : floor > high
          ? `more than the ${range} of comparables`
          : `in line with the ${range} of comparables`;
    return `The floor pays ${formatMoney(floor)} per GW-year at the ceiling; ${verdict}`;
  }
  return Number.isFinite(billed)
    ? `A GW-year is billed at ${formatMoney(billed)}; comparables pay ${range}`
    : 'No power is delivered, so no price is implied';
}
