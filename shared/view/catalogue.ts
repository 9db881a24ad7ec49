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
import { type OwnChart, type StandingChartId, standingCharts } from './standing-charts.ts';

/** What can be changed about a chart without changing what it is about. */
export interface ChartWishes {
  readonly isCumulative: boolean;
}

const builders: Readonly<Record<StandingChartId, (lens: Lens, wishes: ChartWishes) => ChartView | null>> = {
  capacity: capacityChart,
  fleet: fleetChart,
  spend: (lens, wishes) => spendChart(lens, wishes.isCumulative),
  capital: capitalChart,
  'implied-price': impliedPriceChart,
  compute: computeChart,
  price: priceChart,
  circularity: circularityChart,
  dependence: dependenceChart,
};

/** Builds one chart by id: of the standing set, or one of the user's own; null where its figures are missing. */
export function buildChart(
  lens: Lens,
  id: string,
  wishes: ChartWishes,
  own: readonly OwnChart[] = [],
): ChartView | null {
  const standing = standingCharts.find((one) => one.id === id);
  if (standing) return builders[standing.id](lens, wishes);
  const chosen = own.find((one) => one.id === id);
  return chosen ? ownChart(lens, chosen.id, chosen.measures) : null;
}
