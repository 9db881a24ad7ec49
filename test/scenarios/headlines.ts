import type { CentralPath } from './central-path.ts';
import type { Simulated } from './simulated.ts';
import { percentile } from './simulated.ts';

/** Figures by name; null where the scenario gives no answer. */
export type Headlines = Readonly<Record<string, number | null>>;

/** What a golden file keeps of one scenario. */
export interface GoldenScenario {
  readonly central: Headlines;
  readonly draws: Headlines;
}

const centralMeasures = [
  'capacity.online',
  'compute.h100e',
  'spend.billed.cumulative',
  'spend.per-gw-year',
  'commitment.shortfall.cumulative',
  'price.per-gw-year-ceiling',
  'capital.cumulative',
  'circularity.ratio-all',
  'circularity.recycled-share',
  'provider.npv',
  'customer.cash',
  'dependence.hhi',
  'dependence.liability',
];

/** Measures whose spread over the draws is kept. */
export const drawnMeasures: readonly string[] = [
  'capacity.online',
  'spend.billed.cumulative',
  'capital.cumulative',
];

/** Headline figures of the central path, in the middle years and at the end. */
export function centralHeadlines(path: CentralPath): Headlines {
  return Object.fromEntries(
    centralMeasures.flatMap((id) =>
      ['2028-12', 'end'].map((month) => [`${id} at ${month}`, answer(path.value(id, month))]),
    ),
  );
}

/** The spread of the headline figures at the end, and the share of draws that break each check. */
export function drawnHeadlines({ answers, brokenShare }: Simulated): Headlines {
  const spread = drawnMeasures.flatMap((id) =>
    [0.05, 0.5, 0.95].map((share) => [
      `${id} at end, P${100 * share}`,
      answer(percentile(answers(id, 'end'), share)),
    ]),
  );
  const broken = [...brokenShare].map(([key, share]) => [`broken: ${key}`, share]);
  return Object.fromEntries([...spread, ...broken]);
}

function answer(value: number): number | null {
  return Number.isNaN(value) ? null : Number(value.toPrecision(12));
}
