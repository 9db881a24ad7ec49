import type { Plan } from '#shared/engine/plan/plan.ts';
import { checkScenario } from '../check.ts';
import { compileScenario } from '../compile.ts';
import { decodeScenario } from '../decode/decode-scenario.ts';
import { problemList } from '../problem-list.ts';
import type { Scenario } from '../scenario.ts';
import { entryOf, findNode } from '../text/find.ts';
import type { MapNode } from '../text/node.ts';
import type { InputDifference } from './difference.ts';
import { putNode } from './put-node.ts';
import type { ReadSide } from './read-side.ts';
import { keyedCorrelations } from './stream-keys.ts';

/** The plan of a scenario, with correlations also of inputs that happen to be certain in it. */
export function planOf(scenario: Scenario, correlated = keyedCorrelations(scenario)): Plan {
  const { plan } = compileScenario(scenario);
  const slots = new Map(plan.inputs.map(({ key }, slot) => [key, slot]));
  const correlations = correlated.flatMap(({ a, b, rank }) => {
    const [one, two] = [slots.get(a), slots.get(b)];
    return one === undefined || two === undefined ? [] : [{ a: one, b: two, rank }];
  });
  return { ...plan, correlations };
}

/** Parts that move no measure, or are looked up by key, and would only break where a part they speak of is missing. */
const leftOut = ['checks', 'actuals', 'correlations'];

/** Makes the plan of the first scenario with some differences taken from the second; null where that cannot be read. */
export function coalitionPlan(
  base: ReadSide,
  other: ReadSide,
  taken: readonly InputDifference[],
  carried: readonly InputDifference[],
): Plan | null {
  const definitions = carried.filter(({ kind }) => kind === 'only-in-other');
  const mixed = [...definitions, ...taken].reduce(
    (lower, difference) => takeDifference(lower, other.tree, difference),
    withSources(base.tree, other.tree),
  );
  const tree = { ...mixed, entries: mixed.entries.filter(({ key }) => !leftOut.includes(key)) };
  let isSound = true;
  const problems = problemList(base.id, {});
  const scenario = decodeScenario(tree, problems);
  if (scenario === null) return null;
  checkScenario(scenario, ({ severity }) => {
    if (severity === undefined || severity === 'error') isSound = false;
  });
  if (!isSound || problems.hasErrors()) return null;
  const correlated = taken.some(({ id }) => id === 'correlations') ? other : base;
  return planOf(scenario, keyedCorrelations(correlated.scenario));
}

/** Takes what the other tree says at the place of a difference. */
export function takeDifference(
  tree: MapNode,
  from: MapNode,
  { base, other }: Pick<InputDifference, 'base' | 'other'>,
): MapNode {
  const node = findNode(from, other.keys)?.node ?? null;
  const moved = base.keys.join('\n') !== other.keys.join('\n');
  const cleared = moved ? putNode(tree, base.keys, null) : tree;
  const taken = putNode(cleared, other.keys, node);
  return withReported(taken, from, other.keys);
}

/** Figures listed beside a quantity that is written as `reported` come along with it. */
function withReported(tree: MapNode, from: MapNode, keys: readonly string[]): MapNode {
  const above = keys.slice(0, -1);
  const node = findNode(from, keys)?.node;
  const beside = findNode(from, above)?.node;
  if (node?.kind !== 'scalar' || node.text.trim() !== 'reported' || beside?.kind !== 'map') return tree;
  return ['reported', 'weights'].reduce(
    (lower, key) => putNode(lower, [...above, key], entryOf(beside, key)?.value ?? null),
    tree,
  );
}

/** Documents are cited by key, so those of both sides are at hand. */
function withSources(tree: MapNode, from: MapNode): MapNode {
  const sources = entryOf(from, 'sources')?.value;
  if (sources?.kind !== 'map') return tree;
  return sources.entries.reduce(
    (lower, { key, value }) =>
      findNode(lower, ['sources', key]) === null ? putNode(lower, ['sources', key], value) : lower,
    tree,
  );
}
