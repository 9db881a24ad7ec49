import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { measureCatalogue } from '#shared/engine/measure/catalogue.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { planShape } from '#shared/engine/plan/plan-shape.ts';
import { createSampler, type Sampler, samplingFaultOf } from '#shared/engine/random/sampler.ts';
import type { SamplingFault } from '#shared/engine/random/sampling-fault.ts';
import { type Compiled, compileScenario } from '#shared/scenario/compile.ts';
import { problemList } from '#shared/scenario/problem-list.ts';
import { type Reading, readScenario } from '#shared/scenario/read.ts';
import { digestOf } from './digest.ts';
import type { KeyedSource } from './keyed-source.ts';
import { createRecent } from './recent.ts';

/** A scenario read and compiled, as a thread keeps it between jobs. */
export interface Model {
  readonly hash: string;
  readonly reading: Reading;
  readonly compiled: Compiled;
  readonly plan: Plan;
  /** The same for models that differ in figures only: what is set up for one serves the others. */
  readonly shape: string;
  readonly measures: ReadonlySet<string>;
  /** Made when first asked for: the central path needs none. */
  readonly sampler: () => Outcome<Sampler, Fault>;
  /** Milliseconds it took to read and to compile; none where the thread had done so before. */
  readonly took: { readonly read: number; readonly compile: number };
}

/** Gives the model of a source. */
export type Models = (scenario: KeyedSource) => Outcome<Model, Fault>;

/** Enough for a scenario, its base and a comparison of six. */
const kept = 8;

/** Makes the memory of models of one thread, so that a simulation after a projection does not read the text again. */
export function createModels(): Models {
  const recent = createRecent<Outcome<Model, Fault>>(kept);
  // Which measures a plan has follows from its shape.
  const catalogues = createRecent<ReadonlySet<string>>(kept);
  const measuresOf: MeasuresOf = (shape, plan) =>
    catalogues.get(shape, () => new Set(measureCatalogue(plan).map(({ id }) => id)));
  return (scenario) => {
    let isKnown = true;
    const model = recent.get(scenario.hash, () => {
      isKnown = false;
      return readModel(scenario, measuresOf);
    });
    return model.ok && isKnown ? ok({ ...model.value, took: { read: 0, compile: 0 } }) : model;
  };
}

type MeasuresOf = (shape: string, plan: Plan) => ReadonlySet<string>;

function readModel(scenario: KeyedSource, measuresOf: MeasuresOf): Outcome<Model, Fault> {
  const started = performance.now();
  const reading = readScenario(scenario.source, digestOf);
  if (!reading.ok) return fail({ kind: 'invalid-scenario', problems: reading.error });
  const read = performance.now();
  const compiled = compileScenario(reading.value.scenario);
  const { plan } = compiled;
  const shape = planShape(plan);
  let sampler: Outcome<Sampler, Fault> | null = null;
  const model: Model = {
    hash: scenario.hash,
    reading: reading.value,
    compiled,
    plan,
    shape,
    measures: measuresOf(shape, plan),
    sampler: () => {
      sampler ??= makeSampler(scenario, compiled);
      return sampler;
    },
    took: { read: read - started, compile: performance.now() - read },
  };
  // Whether correlations fit one another shows only here; a text must be told before anything is drawn.
  const fault = plan.correlations.length === 0 ? null : samplingFaultOf(plan);
  return fault === null ? ok(model) : fail(samplingFault(scenario, compiled, fault));
}

function makeSampler(scenario: KeyedSource, compiled: Compiled): Outcome<Sampler, Fault> {
  const sampler = createSampler(compiled.plan);
  return sampler.ok ? sampler : fail(samplingFault(scenario, compiled, sampler.error));
}

/** Says a fault of the draws as a problem of the text, at the input it concerns. */
export function samplingFault(
  { source }: KeyedSource,
  { inputs }: Compiled,
  { code, keys, message }: SamplingFault,
): Fault {
  const input = inputs.find(({ key, place }) => keys.includes(key) && place !== null);
  const place = input?.place ?? { file: source.id, from: 0, to: 0 };
  const problems = problemList(source.id, { ...source.files, [source.id]: source.text });
  problems.add({ code, path: input?.path ?? keys[0] ?? '', place, message });
  return { kind: 'invalid-scenario', problems: problems.all() };
}
