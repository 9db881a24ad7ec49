import { scenarioShape } from '../fields/scenario.ts';
import { findNode } from '../text/find.ts';
import { compareQuantities } from './compare-quantities.ts';
import { compareShapes } from './compare-shapes.ts';
import type { InputDifference, Role } from './difference.ts';
import { nodeText } from './node-text.ts';
import type { ReadSide } from './read-side.ts';
import { keyedCorrelations, sameCorrelations } from './stream-keys.ts';
import type { At, Walk } from './walk.ts';
import { note, noteBlock, stepDown, valueSide } from './walk.ts';

type Section = keyof typeof scenarioShape.fields;

/** What a part of the top level does where nothing inside of it says otherwise; parts that are not named are no inputs. */
const sections: Readonly<Partial<Record<Section, Role | null>>> = {
  customer: 'inert',
  currency: 'inert',
  start: 'structure',
  horizon: 'structure',
  'fiscal-year-start': 'inert',
  seed: 'inert',
  simulation: 'inert',
  deals: null,
  finances: null,
  checks: 'inert',
  actuals: 'inert',
};

/**
 * Lists the inputs that are not the same in two scenarios, as each is after its bases and catalogues were merged in: units, order and
 * spelling do not matter, and what is not written counts as its default.
 */
export function compareScenarios(base: ReadSide, other: ReadSide): readonly InputDifference[] {
  const walk: Walk = { base, other, found: [] };
  const top: At = { base: [], other: [], path: '', role: null };
  for (const [key, role] of Object.entries(sections) as readonly [Section, Role | null][]) {
    const at = { ...stepDown(top, key), role };
    const { shape } = scenarioShape.fields[key];
    compareShapes(walk, shape, base.scenario[key] ?? null, other.scenario[key] ?? null, at);
  }
  compareDefinitions(walk, 'generations', top);
  compareDefinitions(walk, 'measures', top);
  compareAssumptions(walk, stepDown(top, 'assumptions'));
  if (!sameCorrelations(keyedCorrelations(base.scenario), keyedCorrelations(other.scenario))) {
    noteBlock(walk, stepDown(top, 'correlations'), { base: true, other: true });
  }
  return walk.found;
}

/** Generations and measures that one side alone defines do nothing until something refers to them. */
function compareDefinitions(walk: Walk, section: 'generations' | 'measures', top: At): void {
  const at = stepDown(top, section);
  const { each } = scenarioShape.fields[section].shape;
  const others = new Map(walk.other.scenario[section].map(({ key, value }) => [key, value]));
  for (const { key, value } of walk.base.scenario[section]) {
    const match = others.get(key);
    others.delete(key);
    if (match === undefined) noteBlock(walk, stepDown(at, key), { base: true, other: false }, 'carried');
    else
      compareShapes(walk, each, value, match, {
        ...stepDown(at, key),
        role: measureRole(walk, section, key),
      });
  }
  for (const key of others.keys()) {
    noteBlock(walk, stepDown(at, key), { base: false, other: true }, 'carried');
  }
}

/** A measure of the scenario's own moves other figures only where a milestone waits for it. */
function measureRole({ base, other }: Walk, section: string, key: string): Role | null {
  if (section !== 'measures') return null;
  const isAwaited = [base, other].some(({ scenario }) =>
    scenario.deals.some(({ value }) =>
      value.capital.some(
        ({ value: instrument }) =>
          instrument.kind === 'milestone' && JSON.stringify(instrument.value.when).includes(key),
      ),
    ),
  );
  return isAwaited ? 'structure' : 'inert';
}

function compareAssumptions(walk: Walk, at: At): void {
  const { base, other } = walk;
  const keysOf = ({ scenario }: ReadSide) => scenario.assumptions.map(({ key }) => key);
  for (const key of new Set([...keysOf(base), ...keysOf(other)])) {
    const inside = stepDown(at, key);
    const [a, b] = [base.scenario.shared.get(key), other.scenario.shared.get(key)];
    if (a !== undefined && b !== undefined) {
      compareQuantities(walk, a, b, inside);
      continue;
    }
    const [one, two] = [writtenOf(base, inside.base), writtenOf(other, inside.other)];
    if (one === two) continue;
    const isUsed = a !== undefined || b !== undefined;
    note(walk, inside, {
      role: isUsed ? 'carried' : 'inert',
      dimension: (a ?? b)?.dimension ?? null,
      isDecision: (a ?? b)?.isDecision ?? false,
      base: { ...valueSide(base, inside.base, a ?? null), ...spelled(one) },
      other: { ...valueSide(other, inside.other, b ?? null), ...spelled(two) },
    });
  }
}

/** The quantity of an assumption as written, without its meaning and its sources; null where it is not stated. */
function writtenOf({ tree }: ReadSide, keys: readonly string[]): string | null {
  const found = findNode(tree, keys);
  if (found === null) return null;
  return nodeText(findNode(found.node, ['value'])?.node ?? found.node);
}

function spelled(text: string | null): { readonly text: string; readonly standing: 'written' | 'absent' } {
  return { text: text ?? '', standing: text === null ? 'absent' : 'written' };
}
