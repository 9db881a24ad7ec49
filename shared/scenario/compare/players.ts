import { labelOfPath } from '../compile/label.ts';
import type { InputDifference } from './difference.ts';

/** What the difference between two scenarios is divided among: one difference, or several that go together. */
export interface Player {
  readonly id: string;
  readonly label: string;
  readonly differences: readonly InputDifference[];
  /** True where taking part means another plan, not only other numbers. */
  readonly isStructural: boolean;
}

/** How differences become players: each on its own, or together by deal, by theme, or by tag (beliefs and decisions). */
export type Grouping = 'input' | 'deal' | 'theme' | 'tag';

/** Every player that changes the tree doubles the number of scenarios to decode; deals come and go more cheaply. */
const mostInTree = 6;
const mostDeals = 24;

/** True for a player that is nothing but a deal that one side alone has. */
export function isWholeDeal({ differences }: Player): boolean {
  const [one, ...others] = differences;
  return one !== undefined && others.length === 0 && one.kind !== 'changed' && /^deals\.[^.]+$/.test(one.id);
}

/** Tells whether all combinations of the structural players can be made. */
export function areFewEnough(structural: readonly Player[]): boolean {
  const deals = structural.filter(isWholeDeal).length;
  return deals <= mostDeals && structural.length - deals <= mostInTree;
}

/** Makes players of differences that can move a number. */
export function playersOf(differences: readonly InputDifference[], grouping: Grouping): readonly Player[] {
  const active = differences.filter(({ role }) => role === 'number' || role === 'structure');
  const carried = new Set(differences.filter(({ role }) => role === 'carried').map(({ id }) => id));
  const nameOf = (one: InputDifference): string =>
    grouping === 'input' ? (newAssumption(one, carried) ?? one.id) : groupOf(one, grouping);
  return [...groupBy(active, nameOf)].map(([name, group]) => {
    const [first] = group;
    if (grouping !== 'input') return playerOf(name, name, group);
    if (group.length === 1 && first !== undefined) return playerOf(first.id, first.label, group);
    return playerOf(name, `${labelOfPath(name)}, in ${group.length} places`, group);
  });
}

/** An assumption that one side alone has is one change, wherever it is used. */
function newAssumption({ role, base, other }: InputDifference, carried: ReadonlySet<string>): string | null {
  if (role !== 'structure') return null;
  const ids = [other, base].map(({ assumption }) => `assumptions.${assumption}`);
  return ids.find((id) => carried.has(id)) ?? null;
}

function groupBy<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [item]);
    else group.push(item);
  }
  return groups;
}

/** Names the group a difference belongs to. */
export function groupOf(
  { deal, theme, isDecision }: Pick<InputDifference, 'deal' | 'theme' | 'isDecision'>,
  grouping: Exclude<Grouping, 'input'>,
): string {
  if (grouping === 'deal') return deal ?? 'shared';
  if (grouping === 'theme') return theme;
  return isDecision ? 'decisions' : 'beliefs';
}

/**
 * Lets structural players of one section go together, the smallest section that holds more than one: first the parts of an instrument,
 * say, then those of a deal, and all that change the structure in the end. Deals keep apart longest. Null where nothing is left to join.
 */
export function joinStructural(players: readonly Player[]): readonly Player[] | null {
  const structural = players.filter(({ isStructural }) => isStructural);
  if (structural.length < 2) return null;
  const sections = structural.flatMap(({ id }) => {
    const keys = keysOf(id);
    return keys.map((_, depth) => keys.slice(0, depth));
  });
  const candidates = [...groupBy(sections, (keys) => keys.join('.'))].map(([name, [keys = []]]) => {
    const members = structural.filter(({ id }) => isWithin(id, name));
    return { name, depth: keys.length, members, isDeals: name === 'deals' };
  });
  const [best] = candidates
    .filter(({ members }) => members.length > 1)
    .sort(
      (one, two) =>
        two.depth - one.depth ||
        Number(one.isDeals) - Number(two.isDeals) ||
        one.members.length - two.members.length ||
        (one.name < two.name ? -1 : 1),
    );
  if (best === undefined) return null;
  const differences = best.members.flatMap((one) => one.differences);
  const where = best.name === '' ? 'the whole scenario' : labelOfPath(best.name);
  const id = best.name === '' ? '*' : `${best.name}.*`;
  const joined = playerOf(id, `${where}, ${differences.length} differences`, differences);
  return [joined, ...players.filter((player) => !best.members.includes(player))];
}

function keysOf(id: string): readonly string[] {
  return id.replace(/(^|\.)\*$/, '').split('.');
}

function isWithin(id: string, section: string): boolean {
  return section === '' || id.startsWith(`${section}.`);
}

function playerOf(id: string, label: string, differences: readonly InputDifference[]): Player {
  return { id, label, differences, isStructural: differences.some(({ role }) => role === 'structure') };
}
