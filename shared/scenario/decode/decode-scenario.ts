import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { catalogueShape } from '../fields/catalogue.ts';
import { scenarioShape } from '../fields/scenario.ts';
import type { ProblemList } from '../problem-list.ts';
import { parseOnce } from '../quantity/parse-once.ts';
import type { Scenario } from '../scenario.ts';
import type { MapNode, Node } from '../text/node.ts';
import type { Value } from '../value.ts';
import type { Assumption, Here } from './decoding.ts';
import { below, decodeAs, topOf } from './decoding.ts';
import { rememberingDecoding } from './remember.ts';
import { monthOf } from './scalar.ts';
import { settleAssumptions } from './settle-assumptions.ts';

/**
 * Decodes the raw tree of a scenario. Every fault is reported; what could not be read stands in as NaN or is left out,
 * so that the scenario given back can be checked further. Null where not even that is possible.
 */
export function decodeScenario(tree: MapNode, problems: ProblemList): Scenario | null {
  const { d, assumptions, effects } = startDecoding(tree, problems);
  const decoded = decodeAs(d, scenarioShape, tree, topOf(tree.place));
  if (!decoded) return null;
  const shared = settleAssumptions(d, assumptions, tree.place.file);
  const inputs: Value[] = [];
  for (const effect of effects) {
    if (effect.kind === 'noted' && !shared.has(keyOf(effect.value))) inputs.push(effect.value);
  }
  return { ...decoded, shared, inputs: [...inputs, ...shared.values()] };
}

/** What a quantity of the section of assumptions is referred to as. */
function keyOf({ path }: Value): string {
  return path.startsWith(inAssumptions) ? path.slice(inAssumptions.length) : path;
}

const inAssumptions = 'assumptions.';

/** Decodes a file that others use, only to find its faults. */
export function decodeCatalogue(tree: MapNode, problems: ProblemList): void {
  const { d, assumptions } = startDecoding(tree, problems);
  decodeAs(d, catalogueShape, tree, topOf(tree.place));
  settleAssumptions(d, assumptions, null);
}

function startDecoding(tree: MapNode, problems: ProblemList) {
  const start = startOf(tree);
  const assumptions = assumptionsOf(tree, topOf(tree.place));
  const known = { source: keysOf(tree, 'sources'), generation: keysOf(tree, 'generations') };
  const { d, effects } = rememberingDecoding({
    start,
    report: problems.add,
    parse: (text, dimension, range) => parseOnce(text, dimension, { start, range }),
    assumption: (key) => assumptions.get(key) ?? null,
    assumptionKeys: [...assumptions.keys()],
    known,
  });
  return { d, assumptions, effects };
}

/** The start is needed to read any date, so it is looked up before everything else. */
function startOf(tree: MapNode): YearMonth {
  const node = tree.entries.find((entry) => entry.key === 'start')?.value;
  const month = node?.kind === 'scalar' ? monthOf(node.text) : null;
  return month ?? { year: 2026, month: 1 };
}

function assumptionsOf(tree: MapNode, top: Here): ReadonlyMap<string, Assumption> {
  const entry = tree.entries.find(({ key }) => key === 'assumptions');
  const result = new Map<string, Assumption>();
  if (entry?.value.kind !== 'map') return result;
  const section = below(top, 'assumptions', entry.keyPlace);
  for (const { key, keyPlace, value } of entry.value.entries) {
    result.set(key, {
      key,
      node: withoutWords(value),
      here: below(section, key, keyPlace),
      isForReaders: value.kind === 'map' && value.entries.some((item) => item.key === 'used-in'),
      value: null,
      isBroken: false,
    });
  }
  return result;
}

function keysOf(tree: MapNode, section: string): readonly string[] {
  const node = tree.entries.find(({ key }) => key === section)?.value;
  return node?.kind === 'map' ? node.entries.map(({ key }) => key) : [];
}

const withoutWordsBefore = new WeakMap<Node, Node>();

/** Leaves out the keys of an assumption that a quantity does not have; of the same node the same is left each time. */
function withoutWords(node: Node): Node {
  if (node.kind !== 'map') return node;
  const known = withoutWordsBefore.get(node);
  if (known !== undefined) return known;
  const left = { ...node, entries: node.entries.filter(({ key }) => key !== 'meaning' && key !== 'used-in') };
  withoutWordsBefore.set(node, left);
  return left;
}
