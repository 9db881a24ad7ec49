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
import type { DrawnRun } from '../engine/kept-draws.ts';
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
    const result = await parts.results.find(source, control.stop);
    if (!result.ok) return result;
    const share = (fraction: number) => control.report((scenarios.length + fraction) / steps);
    const drawn = await draws(parts, source, result.value, wishes, asked.scenario, {
      ...control,
      report: (fraction) => share(fraction * drawing),
    });
    if (!drawn.ok) return drawn;
    const answered = await answerAll(asked.scenario, {
      runner: parts.runner,
      source,
      run: result.value,
      drawn: drawn.value?.run ?? null,
      usualMeasure: wishes.of,
      stop: control.stop,
      report: (fraction) => share(drawing + fraction * (1 - drawing)),
    });
    if (!answered.ok) return answered;
    unanswered.push(...answered.value.unanswered);
    scenarios.push(
      exportedScenario(source, result.value, drawn.value?.result ?? null, answered.value.answers),
    );
    control.report(scenarios.length / steps);
  }
  const compared = await compareAll(asked.comparison, parts.runner, sources, scenarios, wishes, {
    stop: control.stop,
    report: (fraction) => control.report((sources.length + fraction) / steps),
  });
  if (!compared.ok) return compared;
  if (control.stop.isStopped()) return fail({ kind: 'cancelled' });
  return ok({
    version: parts.version,
    scenarios,
    answers: compared.value.answers,
    unanswered: [...unanswered, ...compared.value.unanswered],
  });
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

interface Drawn {
  readonly result: SimulationResult;
  readonly run: DrawnRun | null;
}

/** Makes the draws of a scenario once, for its percentiles and for all that is asked about them; null where none are wanted. */
async function draws(
  { runner }: Parts,
  source: ScenarioSource,
  run: ProjectionResult,
  { draws: wanted, own, isCumulative, of }: ExportWishes,
  questions: readonly ScenarioQuestion[],
  { stop, report }: GatherControl,
): Promise<Outcome<Drawn | null, Fault>> {
  if (wanted === 0) return ok(null);
  const { projection } = run;
  const charts = [...standingCharts.map(({ id }) => id), ...own.map(({ id }) => id)];
  const known = new Set(projection.series.map(({ info }) => info.id));
  const asked = questions
    .flatMap((question) => drawnMeasures(question, run, of))
    .filter((id) => known.has(id));
  const measures = [...new Set([...wantedMeasures(projection, charts, { isCumulative }, own), ...asked])];
  let kept: DrawnRun | null = null;
  const reply = await simulateInRounds(
    runner,
    { scenario: { hash: hashSource(source), source }, measures, draws: wanted ?? undefined },
    {
      stop,
      now: () => performance.now(),
      onRound: ({ done, wanted: all }) => report(done / all),
      keep: (own) => {
        kept = own;
      },
    },
  );
  if (!reply.ok) return reply;
  return stop.isStopped() ? fail({ kind: 'cancelled' }) : ok({ result: reply.value, run: kept });
}
