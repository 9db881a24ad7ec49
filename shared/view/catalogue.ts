import type { ChartView } from './chart.ts';
import { capacityChart } from './charts/capacity.ts';
import { capitalChart } from './charts/capital.ts';
import { circularityChart } from './charts/circularity.ts';
import { computeChart } from './charts/compute.ts';
import { dependenceChart } from './charts/dependence.ts';
import { fleetChart } from './charts/fleet.ts';
import { impliedPriceChart } from './charts/implied-price.ts';
import { ownChart } from './charts/own.ts';
import { priceChart } from './charts/price.ts';
import { spendChart } from './charts/spend.ts';
import type { Lens } from './lens.ts';

/** What can be changed about a chart without changing what it is about. */
export interface ChartWishes {
  readonly isCumulative: boolean;
}

/** A chart the user put together: an id of its own and the measures it shows. */
export interface OwnChart {
  readonly id: string;
  readonly measures: readonly string[];
}

/** One chart of the standing set. */
export interface ChartKind {
  readonly id: string;
  readonly topic: string;
  readonly build: (lens: Lens, wishes: ChartWishes) => ChartView | null;
}

/** The standing set of charts, in the order of the page. */
export const chartKinds: readonly ChartKind[] = [
  { id: 'capacity', topic: 'Capacity', build: capacityChart },
  { id: 'fleet', topic: 'Fleet by generation', build: fleetChart },
  {
    id: 'spend',
    topic: 'Spend against commitment',
    build: (lens, wishes) => spendChart(lens, wishes.isCumulative),
  },
  { id: 'capital', topic: 'Capital and circularity', build: capitalChart },
  { id: 'implied-price', topic: 'Implied price of a GW-year', build: impliedPriceChart },
  { id: 'compute', topic: 'Compute installed', build: computeChart },
  { id: 'price', topic: 'Price of a chip-hour', build: priceChart },
  { id: 'circularity', topic: 'Recycled share of spend', build: circularityChart },
  { id: 'dependence', topic: 'Dependence', build: dependenceChart },
];

/** Builds one chart by id: of the standing set, or one of the user's own; null where its figures are missing. */
export function buildChart(
  lens: Lens,
  id: string,
  wishes: ChartWishes,
  own: readonly OwnChart[] = [],
): ChartView | null {
  const kind = chartKinds.find((one) => one.id === id);
  if (kind) return kind.build(lens, wishes);
  const chosen = own.find((one) => one.id === id);
  return chosen ? ownChart(lens, chosen.id, chosen.measures) : null;
}
