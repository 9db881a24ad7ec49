import { invariant } from '#shared/base/assert.ts';
import type { ExportDocument } from '#shared/export/document.ts';
import { composePages } from '#shared/export/pages/compose.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { type ExportWishes, plainWishes } from '#shared/export/wishes.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { gathered } from './export-document.ts';

/** A small deal with something of everything that can be asked about: draws, checks, observations, sources that disagree. */
export const askedText = `offtake: 1
title: Small deal
customer: Anthropic
currency: USD
start: 2026-01
horizon: 24 months
seed: 7
sources:
  post: { date: 2026-01, title: A post }
  paper: { date: 2026-02, title: A paper }
generations:
  chip:
    available: 2025-01
    peak: { bf16: 1 PFLOP/s }
    it-power: "uniform(900, 1100) W"
    price: { list: "uniform($1.50/chip-hour, $2.50/chip-hour)" }
deals:
  cloud:
    provider: Cloud
    commitment: { amount: $12B, begins: 2026-01, term: 24 months, take-or-pay: 80 % }
    capacity:
      ceiling: { value: 2 GW, source: post, reported: [{ value: 2 GW, source: post }, { value: 1.2 GW, source: paper }] }
      phases:
        first: { power: "uniform(500, 1500) MW", energise: 2025-12 }
        second: { power: { value: 400 MW, decision: true }, energise: 2027-01, slip: 0 to 6 months }
    mix: chip
    economics: { margin: "uniform(20 %, 50 %)" }
finances: { opening-cash: $20B, revenue: { from: $10B/year, growth: 30 %/year } }
checks:
  - power stays under a gigawatt: capacity.online <= 1 GW
actuals:
  capacity.online: { 2026-06: "normal(900, 100) MW" }
  spend.billed.cumulative: { 2026-06: $9B }
`;

/** The same with one belief and one decision changed. */
export const otherText = askedText
  .replace('title: Small deal', 'title: Small deal, more and later')
  .replace('{ value: 400 MW, decision: true }', '{ value: 700 MW, decision: true }')
  .replace('energise: 2027-01', 'energise: 2027-04');

/** Every kind of page that asks something of one scenario, in the words of the command line. */
export const scenarioCharts: readonly string[] = [
  'table:of=capacity',
  'tornado',
  'sensitivity',
  'sensitivity:method=tornado',
  'sensitivity:method=sobol',
  'river',
  'river:method=sobol',
  'distribution',
  'distribution:of=capacity.online:at=2027-06',
  'probability:least=10000000000',
  'sweep:over=deals.cloud.capacity.phases.first.power',
  'sweep:over=deals.cloud.capacity.phases.first.power:draws=64',
  'sweep:over=deals.cloud.capacity.phases.first.power:and=generations.chip.price.list:steps=4',
  'seek:by=deals.cloud.capacity.phases.first.power:target=20000000000',
  'money',
  'money:until=2026-12:netted=yes',
  'ledger',
  'checks',
  'actuals',
  'sources',
];

/** Every kind of page that asks something of several scenarios. */
export const comparisonCharts: readonly string[] = [
  'compare',
  'outcomes',
  'outcomes:at=2026-12:show=central',
  'overlay',
  'overlay:of=capacity.online:show=central',
  'multiples',
  'bridge',
  'bridge:statistic=mean:by=theme',
  'difference',
  'beliefs',
  'corners',
  'milestones',
  'milestones:events=all',
  'differences',
];

/** Computes small deals as an export has them, with few draws. */
export async function askedDocument(
  texts: readonly string[],
  wishes: Partial<ExportWishes>,
): Promise<ExportDocument> {
  const sources = texts.map(
    (text, at): ScenarioSource => ({ id: `deal-${at + 1}.scenario.yaml`, text, files: {} }),
  );
  return gathered(sources, wishes);
}

/** The pages of a document, where all that is wished for can be made. */
export function pagesOf(document: ExportDocument, wishes: Partial<ExportWishes>): readonly ExportPage[] {
  const pages = composePages(document, { ...plainWishes, ...wishes });
  if (!pages.ok) throw new Error(pages.error);
  return pages.value;
}

/** The one page of a subject, of the first scenario or of all. */
export function pageNamed(pages: readonly ExportPage[], subject: string): ExportPage {
  const page = pages.find(({ id }) => id.endsWith(`/${subject}`));
  invariant(page, `there is a page ${subject}`);
  return page;
}
