import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { lens } from '#shared/view/lens.ts';
import { standingCharts } from '#shared/view/standing-charts.ts';
import { listing } from '#shared/view/words.ts';
import type { ExportDocument } from '../document.ts';
import type { ExportWishes } from '../wishes.ts';
import { bridgePage } from './bridge-page.ts';
import { chartPage } from './chart-page.ts';
import { comparePage, type Seen } from './compare-page.ts';
import { headlinePage } from './headline-page.ts';
import { inputsPage } from './inputs-page.ts';
import { moneyPage } from './money-page.ts';
import type { ExportPage } from './page.ts';
import { tornadoPage } from './tornado-page.ts';

/** Every page there is without the user's own charts, in the order of an export. */
export const standingPages: readonly { readonly id: string; readonly topic: string }[] = [
  { id: 'headline', topic: 'Headline figures' },
  ...standingCharts,
  { id: 'tornado', topic: 'What moves it' },
  { id: 'money', topic: 'Who pays whom' },
  { id: 'inputs', topic: 'Key inputs' },
];

/** Pages that set a scenario against the first. */
const pairPages = ['compare', 'bridge'];

/** Says whether a page is among those wanted. */
export function isWanted({ charts }: Pick<ExportWishes, 'charts'>, id: string): boolean {
  return charts.length === 0 || charts.includes(id);
}

/** Says which of the pages wanted there is no such thing as; null where all are known. */
export function unknownPage({ charts, own }: Pick<ExportWishes, 'charts' | 'own'>): string | null {
  const known = knownPages(own);
  const unknown = charts.find((id) => !known.includes(id));
  return unknown === undefined ? null : `There is no chart “${unknown}”; there are ${listing(known)}.`;
}

function knownPages(own: ExportWishes['own']): string[] {
  return [...standingPages.map(({ id }) => id), ...own.map(({ id }) => id), ...pairPages];
}

/** Makes the pages wanted of every scenario and, of several, their comparison first. */
export function composePages(
  { version, scenarios, bridges }: ExportDocument,
  wishes: ExportWishes,
): Outcome<readonly ExportPage[], string> {
  const unknown = unknownPage(wishes);
  if (unknown !== null) return fail(unknown);
  const wanted = wishes.charts.length > 0 ? wishes.charts : knownPages(wishes.own);
  const seen = scenarios.map((scenario) => ({
    scenario,
    lens: lens(scenario.projection, scenario.fan, wishes.period),
  }));
  const [base, ...others] = seen;
  const pages = seen.flatMap((one) => wanted.flatMap((id) => pageOf(version, one, id, wishes) ?? []));
  const compared =
    base && others.length > 0 && isWanted(wishes, 'compare') ? [comparePage(version, base, others)] : [];
  const bridged = bridges.flatMap((bridge, at) => {
    const other = others[at];
    return base && other && isWanted(wishes, 'bridge')
      ? [bridgePage(version, base.scenario, other.scenario, bridge)]
      : [];
  });
  const all = [...compared, ...bridged, ...pages];
  return all.length > 0
    ? ok(all)
    : fail(`None of the charts asked for (${listing(wanted)}) has figures in this scenario.`);
}

function pageOf(version: string, { scenario, lens: view }: Seen, id: string, wishes: ExportWishes) {
  switch (id) {
    case 'headline':
      return headlinePage(version, scenario, view);
    case 'money':
      return moneyPage(version, scenario, view);
    case 'inputs':
      return inputsPage(version, scenario);
    case 'tornado':
      return tornadoPage(version, scenario);
    case 'compare':
    case 'bridge':
      return null;
    default:
      return chartPage(version, scenario, view, id, wishes);
  }
}
