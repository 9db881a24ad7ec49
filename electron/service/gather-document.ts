import { posix } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { ProjectionResult, SimulationResult } from '#shared/contract/results.ts';
import type { ExportDocument, ExportedScenario } from '#shared/export/document.ts';
import type { Answers, ScenarioAnswer, Unanswered } from '#shared/export/questions/answer.ts';
import type { ScenarioQuestion } from '#shared/export/questions/question.ts';
import type { ExportWishes } from '#shared/export/wishes.ts';
import { inspectScenario } from '#shared/scenario/read.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { standingCharts } from '#shared/view/standing-charts.ts';
import { wantedMeasures } from '#shared/view/wanted-measures.ts';
import { createKeptDraws, type KeptDraws } from '../engine/kept-draws.ts';
import { simulateInRounds } from '../engine/split.ts';
import type { Stop } from '../engine/stop.ts';
import { hashSource } from './hash-source.ts';
import { drawnMeasures } from './questions/answer-question.ts';
import { answerAll, compareAll } from './questions/answer-wishes.ts';
import { askedBy } from './questions/asked-by.ts';
import type { SessionContext } from './session-context.ts';

/** How whoever gathers can be stopped and heard of. */
export interface GatherControl {
  readonly stop: Stop;
  /** Share of the work done, 0…1. */
  readonly report: (fraction: number) => void;
}

type Parts = Pick<SessionContext, 'runner' | 'results' | 'version'>;

/** Of the work on a scenario the share that is making its draws; asking about them is the rest. */
const drawing = 0.7;

/** Computes everything an export is made from: the central path of each scenario, its percentiles, and what pages ask. */
export async function gatherDocument(
  parts: Parts,
  sources: readonly ScenarioSource[],
  wishes: ExportWishes,
  control: GatherControl,
  withEvidence = false,
): Promise<Outcome<ExportDocument, Fault>> {
  const asked = withEvidence ? askedBy(wishes) : { scenario: [], comparison: [] };
  const scenarios: ExportedScenario[] = [];
  const unanswered: Unanswered[] = [];
  const steps = sources.length + (asked.comparison.length > 0 && sources.length > 1 ? 1 : 0);
  for (const source of sources) {
    const share = (fraction: number) => control.report((scenarios.length + fraction) / steps);
    const gathered = await gatherScenario(parts, source, wishes, asked.scenario, {
      ...control,
      report: share,
    });
    if (!gathered.ok) return gathered;
    unanswered.push(...gathered.value.unanswered);
    scenarios.push(gathered.value.scenario);
    control.report(scenarios.length / steps);
  }
  const compared = await compareAll(asked.comparison, parts.runner, sources, scenarios, wishes, {
    stop: control.stop,
    report: (fraction) => control.report((sources.length + fraction) / steps),
  });
  if (!compared.ok) return compared;
  if (control.stop.isStopped()) return fail(control.stop.reason());
  return ok({
    version: parts.version,
    scenarios,
    answers: compared.value.answers,
    unanswered: [...unanswered, ...compared.value.unanswered],
  });
}

interface Gathered {
  readonly scenario: ExportedScenario;
  readonly unanswered: readonly Unanswered[];
}

/** Computes one scenario and asks the questions about it, of draws that are kept for as long as there are questions. */
async function gatherScenario(
  parts: Parts,
  source: ScenarioSource,
  wishes: ExportWishes,
  questions: readonly ScenarioQuestion[],
  { stop, report }: GatherControl,
): Promise<Outcome<Gathered, Fault>> {
  const { runner, results } = parts;
  const result = await results.find(source, stop);
  if (!result.ok) return result;
  const run = result.value;
  const kept = createKeptDraws(runner.memory);
  try {
    const drawn = await draws(runner, kept, source, run, wishes, questions, {
      stop,
      report: (fraction) => report(fraction * drawing),
    });
    if (!drawn.ok) return drawn;
    const answered = await answerAll(questions, {
      runner,
      source,
      run,
      drawn: drawn.value === null ? null : { kept, count: drawn.value.done },
      usualMeasure: wishes.of,
      stop,
      report: (fraction) => report(drawing + fraction * (1 - drawing)),
    });
    if (!answered.ok) return answered;
    const { answers, unanswered } = answered.value;
    return ok({ scenario: exportedScenario(source, run, drawn.value, answers), unanswered });
  } finally {
    kept.close();
  }
}

/** Puts a scenario and its numbers together as exports want them. */
export function exportedScenario(
  source: ScenarioSource,
  { projection, title, customer, hash, seed, problems, observations = [] }: ProjectionResult,
  drawn: SimulationResult | null,
  answers: Answers<ScenarioAnswer> = new Map(),
): ExportedScenario {
  const { scenario } = inspectScenario(source);
  return {
    file: posix.basename(source.id),
    title,
    customer,
    hash,
    seed,
    projection,
    fan: drawn,
    checksOnDraws: drawn?.checks ?? [],
    observations,
    inputs: scenario?.inputs ?? [],
    sources: (scenario?.sources ?? []).map(({ key, value }) => ({ key, ...value })),
    problems,
    answers,
  };
}

/** Makes the draws of a scenario once, for its percentiles and for all that is asked about them; null where none are wanted. */
async function draws(
  runner: Parts['runner'],
  kept: KeptDraws,
  source: ScenarioSource,
  run: ProjectionResult,
  { draws: wanted, own, isCumulative, of }: ExportWishes,
  questions: readonly ScenarioQuestion[],
  { stop, report }: GatherControl,
): Promise<Outcome<SimulationResult | null, Fault>> {
  if (wanted === 0) return ok(null);
  const { projection } = run;
  const charts = [...standingCharts.map(({ id }) => id), ...own.map(({ id }) => id)];
  const known = new Set(projection.series.map(({ info }) => info.id));
  const asked = questions
    .flatMap((question) => drawnMeasures(question, run, of))
    .filter((id) => known.has(id));
  const measures = [...new Set([...wantedMeasures(projection, charts, { isCumulative }, own), ...asked])];
  const reply = await simulateInRounds(
    runner,
    { scenario: { hash: hashSource(source), source }, measures, draws: wanted ?? undefined },
    {
      stop,
      now: () => performance.now(),
      onRound: ({ done, wanted: all }) => report(done / all),
      keep: kept.keep,
    },
  );
  if (!reply.ok) return reply;
  return stop.isStopped() ? fail(stop.reason()) : ok(reply.value);
}
