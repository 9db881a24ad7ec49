import { monthLabelAt } from '../calendar.ts';
import { type ChartView, type Dash, dataTone } from '../chart.ts';
import { formatMoney, formatShare } from '../format.ts';
import type { Lens } from '../lens.ts';
import { hasSubstance } from '../reach.ts';
import { humanise } from '../words.ts';
import { assemble, sourceLine } from './assemble.ts';

const dashes: readonly Dash[] = ['solid', 'dashed', 'dotted'];

/** Shows the price of a chip-hour by generation. */
export function priceChart(lens: Lens): ChartView | null {
  const priced = lens.generations
    .map((key, at) => ({ key, at, values: lens.values(`price.${key}`) }))
    .filter((one) => hasSubstance(one.values));
  if (priced.length === 0) return null;
  return assemble(lens, {
    id: 'price',
    topic: 'Price of a chip-hour',
    finding: priceFinding(lens),
    unit: 'USD',
    source: sourceLine(lens, 'list price less discount along its path, before deal discounts'),
    series: priced.map(({ key, at, values }) => ({
      id: `price.${key}`,
      label: humanise(key),
      kind: 'line',
      tone: dataTone(at),
      dash: dashes[at % dashes.length] ?? 'solid',
      values: values ?? new Float64Array(),
      band: lens.band(`price.${key}`),
    })),
  });
}

function priceFinding(lens: Lens): string {
  const { start, months } = lens.projection;
  const moves = lens.generations.flatMap((key) => {
    const values = lens.lookup(`price.${key}`)?.values;
    const first = values?.find((value) => Number.isFinite(value));
    const last = values?.[months - 1];
    return first !== undefined && last !== undefined && first > 0 ? [{ key, first, last }] : [];
  });
  const [steepest] = [...moves].sort((a, b) => a.last / a.first - b.last / b.first);
  if (!steepest) return 'No generation has a price';
  const change = steepest.last / steepest.first - 1;
  const from = `${formatMoney(steepest.first)} to ${formatMoney(steepest.last)} per chip-hour by ${monthLabelAt(start, months - 1)}`;
  if (Math.abs(change) < 0.005)
    return `Prices stay where they start; ${humanise(steepest.key)} at ${formatMoney(steepest.last)} per chip-hour`;
  const verb = change < 0 ? 'falls' : 'rises';
  return `${humanise(steepest.key)} ${verb} ${formatShare(Math.abs(change))}, from ${from}`;
}
