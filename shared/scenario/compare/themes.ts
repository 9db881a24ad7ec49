import type { Scenario } from '../scenario.ts';
import type { Theme } from './difference.ts';

/** Which deal and which part of a scenario a place belongs to. */
export interface Home {
  readonly deal: string | null;
  readonly theme: Theme;
}

const ofDeal: Readonly<Record<string, Theme>> = {
  capital: 'capital',
  commitment: 'commitment',
  capacity: 'capacity',
  mix: 'chips',
  workload: 'chips',
  billing: 'price',
  discount: 'price',
  services: 'price',
  options: 'options',
  economics: 'economics',
};

/** Finds where a place belongs; an assumption belongs where it is used. */
export function homeOf(keys: readonly string[], scenarios: readonly Scenario[]): Home {
  const [section, name = '', part = ''] = keys;
  if (section === 'deals') return { deal: name, theme: ofDeal[part] ?? 'deal' };
  if (section === 'generations') return { deal: null, theme: part === 'price' ? 'price' : 'chips' };
  if (section === 'finances') return { deal: null, theme: 'finances' };
  if (section === 'assumptions') return homeOfUses(name, scenarios);
  return { deal: null, theme: 'scenario' };
}

/** The theme of the first use; the deal where all uses are in one. */
function homeOfUses(assumption: string, scenarios: readonly Scenario[]): Home {
  const written = `=${assumption}`;
  const uses = scenarios.flatMap(({ inputs }) =>
    inputs.filter(({ reference, text }) => reference === assumption || text.trim() === written),
  );
  const homes = uses
    .filter(({ path }) => !path.startsWith('assumptions.'))
    .map(({ path }) => homeOf(path.split('.'), []));
  const [first] = homes;
  if (first === undefined) return { deal: null, theme: 'scenario' };
  const isOneDeal = homes.every(({ deal }) => deal === first.deal);
  return { deal: isOneDeal ? first.deal : null, theme: first.theme };
}
