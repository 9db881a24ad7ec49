import type { ExportPage } from '#shared/export/pages/page.ts';

const common = {
  topic: 'Billed spend',
  footnotes: ['Sample.'],
  note: ['Sample note.', 'Run: seed 1.'],
  spoken: 'Sample in words.',
};

/** Pages of the kinds that no single scenario gives: bridge, tornado, heat map; numbers simple enough to follow. */
export const samplePages: readonly ExportPage[] = [
  {
    ...common,
    id: 'sample.scenario.yaml/bridge',
    finding: 'Slip takes $31B of billed spend',
    body: {
      kind: 'waterfall',
      waterfall: {
        unit: '$B',
        prefix: '$',
        suffix: 'B',
        steps: [
          { label: 'Base', kind: 'total', value: 407 },
          { label: 'Slip of sites', kind: 'change', value: -52 },
          { label: 'Prices', kind: 'change', value: 30 },
          { label: 'Interaction', kind: 'change', value: -9 },
          { label: 'Twelve months late', kind: 'total', value: 376 },
        ],
      },
    },
  },
  {
    ...common,
    id: 'sample.scenario.yaml/bridge-below',
    finding: 'Cash falls below zero and recovers',
    body: {
      kind: 'waterfall',
      waterfall: {
        unit: '$B',
        prefix: '$',
        suffix: 'B',
        steps: [
          { label: 'Opening', kind: 'total', value: 10 },
          { label: 'Compute', kind: 'change', value: -25 },
          { label: 'Capital', kind: 'change', value: 20 },
          { label: 'Closing', kind: 'total', value: 5 },
        ],
      },
    },
  },
  {
    ...common,
    id: 'sample.scenario.yaml/tornado',
    finding: 'The decline of prices matters most',
    body: {
      kind: 'tornado',
      tornado: {
        unit: '$B',
        prefix: '$',
        suffix: 'B',
        base: 407,
        bars: [
          { label: 'Price decline', low: 520, high: 300, lowInput: '10 %', highInput: '30 %' },
          { label: 'Slip', low: 430, high: 380, lowInput: '0 months', highInput: '9 months' },
        ],
      },
    },
  },
  {
    ...common,
    id: 'sample.scenario.yaml/heat',
    finding: 'Both take spend away',
    body: {
      kind: 'heat-map',
      heatMap: {
        unit: '$B',
        prefix: '$',
        suffix: 'B',
        across: { label: 'Slip, months', ticks: ['0', '6', '12'] },
        up: { label: 'Decline a year', ticks: ['10 %', '20 %'] },
        values: [
          [400, 380, Number.NaN],
          [300, 280, 250],
        ],
      },
    },
  },
];
