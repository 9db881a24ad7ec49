/** A chart the user put together: an id of its own and the measures it shows. */
export interface OwnChart {
  readonly id: string;
  readonly measures: readonly string[];
}

/** The standing set of charts, in the order of the page: stable ids for layouts, exports and scripts. */
export const standingCharts = [
  { id: 'capacity', topic: 'Capacity' },
  { id: 'fleet', topic: 'Fleet by generation' },
  { id: 'spend', topic: 'Spend against commitment' },
  { id: 'capital', topic: 'Capital and circularity' },
  { id: 'implied-price', topic: 'Implied price of a GW-year' },
  { id: 'compute', topic: 'Compute installed' },
  { id: 'price', topic: 'Price of a chip-hour' },
  { id: 'circularity', topic: 'Recycled share of spend' },
  { id: 'dependence', topic: 'Dependence' },
] as const;

/** The id of a chart of the standing set. */
export type StandingChartId = (typeof standingCharts)[number]['id'];
