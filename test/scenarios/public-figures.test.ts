import { describe, expect, it } from 'vitest';
import type { CentralPath } from './central-path.ts';
import { centralPath } from './central-path.ts';
import { scenarioIds, sourceOf, textOf } from './library.ts';

interface PublicFigure {
  readonly what: string;
  readonly file: string;
  readonly ours: (path: CentralPath) => number;
  readonly theirs: number;
  /** Code of the source in the datasheet. */
  readonly source: string;
  /** Words at the head of the file that explain a gap of more than a tenth. */
  readonly explained?: string;
}

const base = 'amazon-anthropic';
const figures: readonly PublicFigure[] = [
  {
    what: 'paid in by Amazon at 30 June 2026',
    file: base,
    ours: (path) => path.value('aws.capital.cumulative', '2026-06'),
    theirs: 18e9,
    source: 'S3',
  },
  {
    what: 'price of a GW-year if floor and ceiling both bound',
    file: base,
    ours: (path) => path.value('aws.price.per-gw-year-ceiling', 'end'),
    theirs: 2e9,
    source: '1.6',
  },
  {
    what: 'power online at the end of 2026, nearly 1 GW',
    file: base,
    ours: (path) => path.value('aws.capacity.online', '2026-12'),
    theirs: 1000,
    source: 'S1',
  },
  {
    what: 'Trainium2 per MW of IT power',
    file: base,
    ours: (path) =>
      path.value('aws.fleet.chips.trainium2', '2026-12') / path.value('aws.fleet.power.trainium2', '2026-12'),
    theirs: 1148,
    source: 'S18',
  },
  {
    what: 'revenue of the second quarter of 2026',
    file: base,
    ours: (path) => path.value('customer.revenue.cumulative', '2026-06'),
    theirs: 11.5e9,
    source: 'S8',
  },
  {
    what: 'obligation to Amazon in the prospectus coverage, against what is billed over the term',
    file: base,
    ours: (path) => path.value('aws.spend.billed.cumulative', '2036-03'),
    theirs: 110e9,
    source: 'S9',
    explained: 'about three times the $110B',
  },
  {
    what: 'Trainium2 in use',
    file: base,
    ours: (path) => path.value('aws.fleet.chips.trainium2', '2026-12'),
    theirs: 1e6,
    source: 'S1',
    explained: 'the million Trainium2 already in use',
  },
  {
    what: "Amazon's total potential investment",
    file: 'circular-20-to-1',
    ours: (path) => path.value('aws.capital.cumulative', 'end'),
    theirs: 33e9,
    source: 'S3',
  },
  {
    what: 'paid by Amazon to OpenAI by 30 June 2026',
    file: 'amazon-openai',
    ours: (path) => path.value('capital.cumulative', '2026-06'),
    theirs: 28.7e9,
    source: 'S4',
  },
  {
    what: "price of a GW-year in OpenAI's Trainium contract",
    file: 'amazon-openai',
    ours: (path) => path.value('trainium.price.per-gw-year-ceiling', 'end'),
    theirs: 6.3e9,
    source: '1.6',
  },
  {
    what: "Microsoft's revenue from OpenAI to June 2026",
    file: 'microsoft-openai',
    ours: (path) => path.value('spend.billed.cumulative', '2026-06'),
    theirs: 24.1e9,
    source: 'S4',
    explained: 'FY26 revenue',
  },
  {
    what: 'power Anthropic has signed for',
    file: 'anthropic-portfolio',
    ours: (path) => path.value('capacity.contracted', '2027-12'),
    theirs: 14_800,
    source: 'S30',
  },
  {
    what: "sum of Anthropic's commitments",
    file: 'anthropic-portfolio',
    ours: (path) => path.value('commitment.amount', 'end'),
    theirs: 518e9,
    source: 'S9',
    explained: 'sum of promises',
  },
  {
    what: "SpaceX's monthly bill",
    file: 'anthropic-portfolio',
    ours: (path) => path.value('spacex.spend.billed', '2027-12'),
    theirs: 1.25e9,
    source: 'S7',
  },
  {
    what: "Nscale's bill of a full year, $44.6B over six",
    file: 'anthropic-portfolio',
    ours: (path) =>
      path.value('nscale.spend.consumption.cumulative', '2030-12') -
      path.value('nscale.spend.consumption.cumulative', '2029-12'),
    theirs: 44.6e9 / 6,
    source: 'S7',
  },
  {
    what: "Google's capital, about 2 and then up to 40",
    file: 'anthropic-portfolio',
    ours: (path) => path.value('google.capital.cumulative', 'end'),
    theirs: 42e9,
    source: 'S29',
  },
  {
    what: 'Google and Broadcom, against $200B in the press',
    file: 'google-anthropic',
    ours: (path) => path.value('commitment.amount', 'end'),
    theirs: 200e9,
    source: 'S7',
    explained: '$272.3B promised against $200B',
  },
];

describe('headline results against public figures of the datasheet', () => {
  it.each(figures)('$file: $what ($source)', ({ file, ours, theirs, explained }) => {
    const id = `${file}.scenario.yaml`;
    expect(scenarioIds).toContain(id);
    const gap = ours(centralPath(sourceOf(id))) / theirs - 1;
    if (explained === undefined) {
      expect(Math.abs(gap), `a gap of ${(100 * gap).toFixed(1)} % needs an explanation`).toBeLessThanOrEqual(
        0.1,
      );
    } else {
      const header = (/^(?:#.*\n)+/.exec(textOf(id))?.[0] ?? '').replace(/\n#\s*/g, ' ');
      expect(header).toContain(explained);
    }
  });
});
