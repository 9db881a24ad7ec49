import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { type DrawnLaw, drawFromScores, drawFromUniforms, drawnLaw } from '../distribution/drawn-law.ts';
import type { Law } from '../distribution/law.ts';
import { prepareLaw } from '../distribution/prepare-law.ts';
import type { ScoreTable } from '../distribution/score-table.ts';
import { probit } from '../numeric/probit.ts';
import type { Distribution } from '../plan/distribution.ts';
import type { Slot } from '../plan/input.ts';
import type { Plan } from '../plan/plan.ts';
import { type CorrelatedGroup, correlatedGroups } from './correlated-groups.ts';
import type { SamplingFault } from './sampling-fault.ts';
import { createStream, fillUniforms, type Stream } from './stream.ts';

/** Everything the draws of a plan depend on. A thread makes its own: tables behind slow laws are built when first drawn from. */
export interface Sampler {
  readonly inputs: number;
  readonly certain: readonly { readonly slot: Slot; readonly value: number }[];
  /** Every uncertain input, in the order of slots. */
  readonly uncertain: readonly UncertainInput[];
  readonly alone: readonly UncertainInput[];
  readonly groups: readonly { readonly members: readonly UncertainInput[]; readonly factor: Float64Array }[];
}

/** An input that differs from draw to draw. */
export interface UncertainInput {
  readonly slot: Slot;
  readonly key: string;
  readonly drawn: DrawnLaw;
  readonly stream: Stream;
}

/** What of a plan the draws depend on. */
export type SampledPlan = Pick<Plan, 'seed' | 'sampling' | 'inputs' | 'correlations'>;

/**
 * Prepares the draws of a plan. Errors name the input whose distribution is not valid, or the pair of inputs whose correlation does
 * not fit the others.
 */
export function createSampler(plan: SampledPlan): Outcome<Sampler, SamplingFault> {
  const prepared = prepareDraws(plan);
  if (!prepared.ok) return prepared;
  const { certain, laws, groups } = prepared.value;
  const tables = new Map<string, ScoreTable>();
  const uncertain = new Map<Slot, UncertainInput>();
  for (const [slot, { key, law }] of laws) {
    const stream = createStream(plan.seed, key, plan.sampling);
    uncertain.set(slot, { slot, key, drawn: drawnLaw(law, tables), stream });
  }
  const inGroups = new Set(groups.flatMap(({ slots }) => slots));
  const all = [...uncertain.values()];
  return ok({
    inputs: plan.inputs.length,
    certain,
    uncertain: all,
    alone: all.filter((input) => !inGroups.has(input.slot)),
    groups: groups.map(({ slots, factor }) => ({
      members: slots.flatMap((slot) => uncertain.get(slot) ?? []),
      factor,
    })),
  });
}

/** Says what `createSampler` would refuse, without setting up a single stream; null where there is nothing. */
export function samplingFaultOf(plan: SampledPlan): SamplingFault | null {
  const prepared = prepareDraws(plan);
  return prepared.ok ? null : prepared.error;
}

/** Kept as long as the distribution is: from one edit to the next nearly all of them are the very same. */
const lawsBefore = new WeakMap<Distribution, Outcome<Law, string>>();

function lawOf(distribution: Distribution): Outcome<Law, string> {
  const known = lawsBefore.get(distribution);
  if (known !== undefined) return known;
  const law = prepareLaw(distribution);
  lawsBefore.set(distribution, law);
  return law;
}

/** What is drawn of a plan and how it is tied together, before any stream is set up. */
interface PreparedDraws {
  readonly certain: Sampler['certain'];
  readonly laws: ReadonlyMap<Slot, { readonly key: string; readonly law: Law }>;
  readonly groups: readonly CorrelatedGroup[];
}

function prepareDraws({ inputs, correlations }: SampledPlan): Outcome<PreparedDraws, SamplingFault> {
  const certain: { slot: Slot; value: number }[] = [];
  const laws = new Map<Slot, { readonly key: string; readonly law: Law }>();
  for (const [slot, { key, distribution }] of inputs.entries()) {
    const law = lawOf(distribution);
    if (!law.ok) return fail(distributionFault(key, law.error));
    if (law.value.kind === 'constant') certain.push({ slot, value: law.value.value });
    else laws.set(slot, { key, law: law.value });
  }
  const groups = correlatedGroups(correlations, (slot) => laws.get(slot)?.key ?? null);
  return groups.ok ? ok({ certain, laws, groups: groups.value }) : groups;
}

/** Writes the value of every input that never changes to all lanes of a block: `values[slot * lanes + lane]`. */
export function fillCertain(sampler: Sampler, lanes: number, values: Float64Array): void {
  for (const { slot, value } of sampler.certain) values.fill(value, slot * lanes, (slot + 1) * lanes);
}

/**
 * Writes draws `fromDraw` … `fromDraw + lanes - 1` of every uncertain input to a block: `values[slot * lanes + lane]`. Inputs that
 * never change are left to `fillCertain`. The same draws come out of any division into blocks.
 */
export function fillBlock(sampler: Sampler, fromDraw: number, lanes: number, values: Float64Array): void {
  for (const { slot, drawn, stream } of sampler.alone) {
    fillUniforms(stream, fromDraw, lanes, values, slot * lanes);
    drawFromUniforms(drawn, values, slot * lanes, lanes);
  }
  for (const { members, factor } of sampler.groups) {
    for (const { slot, stream } of members) {
      fillUniforms(stream, fromDraw, lanes, values, slot * lanes);
      for (let at = slot * lanes; at < (slot + 1) * lanes; at++) values[at] = probit(values[at]);
    }
    tie(members, factor, lanes, values);
    for (const { slot, drawn } of members) drawFromScores(drawn, values, slot * lanes, lanes);
  }
}

/** Multiplies the independent scores of a group by its factor, last row first so that it can be done in place. */
function tie(
  members: readonly UncertainInput[],
  factor: Float64Array,
  lanes: number,
  values: Float64Array,
): void {
  const size = members.length;
  for (let row = size - 1; row >= 0; row--) {
    const own = members[row].slot * lanes;
    const diagonal = factor[row * size + row];
    for (let lane = 0; lane < lanes; lane++) values[own + lane] *= diagonal;
    for (let column = 0; column < row; column++) {
      const weight = factor[row * size + column];
      if (weight === 0) continue;
      const other = members[column].slot * lanes;
      for (let lane = 0; lane < lanes; lane++) values[own + lane] += weight * values[other + lane];
    }
  }
}

function distributionFault(key: string, sentence: string): SamplingFault {
  return { code: 'distribution', keys: [key], message: `${key} ${sentence}.` };
}
