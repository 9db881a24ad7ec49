import { monthLabelAt } from '../calendar.ts';
import type { ChartView } from '../chart.ts';
import { formatMoney, formatShare } from '../format.ts';
import type { Lens } from '../lens.ts';
import { hasSubstance } from '../reach.ts';
import { lineLook } from '../series-look.ts';
import { humanise } from '../words.ts';
import { assemble, sourceLine } from './assemble.ts';

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
      ...lineLook(at),
      values: values ?? new Float64Array(),
      band: lens.band(`price.${key}`),
    })),
  });
}

/** Follows the price of the generation that the fleet mostly consists of at the end. */
function priceFinding(lens: Lens): string {
  const { start, months } = lens.projection;
  const moves = lens.generations.flatMap((key) => {
    const values = lens.lookup(`price.${key}`)?.values;
    const first = values?.find((value) => Number.isFinite(value));
    const last = values?.[months - 1];
    const power = lens.lookup(`fleet.power.${key}`)?.values[months - 1] ?? 0;
    return first !== undefined && last !== undefined && first > 0 ? [{ key, first, last, power }] : [];
  });
  const [leading] = [...moves].sort((a, b) => b.power - a.power);
  if (!leading) return 'No generation has a price';
  const change = leading.last / leading.first - 1;
  const name = humanise(leading.key);
  if (Math.abs(change) < 0.005) return `${name} stays at ${formatMoney(leading.last)} per chip-hour`;
  const verb = change < 0 ? 'falls' : 'rises';
  const end = monthLabelAt(start, months - 1);
  return `${name} ${verb} ${formatShare(Math.abs(change))}, from ${formatMoney(leading.first)} to ${formatMoney(leading.last)} per chip-hour by ${end}`;
}
