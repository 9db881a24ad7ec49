import { posix } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import type { ExportDocument, ExportedScenario } from '#shared/export/document.ts';
import { isWanted } from '#shared/export/pages/compose.ts';
import type { ExportWishes } from '#shared/export/wishes.ts';
import { inspectScenario } from '#shared/scenario/read.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { TornadoEffects } from '#shared/view/analysis/answers.ts';
import type { Fan } from '#shared/view/bands.ts';
import { standingCharts } from '#shared/view/standing-charts.ts';
import { wantedMeasures } from '#shared/view/wanted-measures.ts';
import { simulateInRounds } from '../engine/split.ts';
import type { Stop } from '../engine/stop.ts';
import { bridgesOf, tornadoOf } from './gather-evidence.ts';
import { hashSource } from './hash-source.ts';
import type { SessionContext } from './session-context.ts';

/** How whoever gathers can be stopped and heard of. */
export interface GatherControl {
  readonly stop: Stop;
  /** Share of the work done, 0…1. */
  readonly report: (fraction: number) => void;
}

type Parts = Pick<SessionContext, 'runner' | 'results' | 'version'>;

/** Computes everything an export is made from: the central path of each scenario and, where wanted, its percentiles. */
export async function gatherDocument(
  parts: Parts,
  sources: readonly ScenarioSource[],
  wishes: ExportWishes,
  control: GatherControl,
  withEvidence = false,
): Promise<Outcome<ExportDocument, Fault>> {
  const scenarios: ExportedScenario[] = [];
  for (const source of sources) {
    const result = await parts.results.find(source, control.stop);
    if (!result.ok) return result;
    const share = (fraction: number) => control.report((scenarios.length + fraction) / sources.length);
    const fan = await percentiles(parts, source, result.value, wishes, { ...control, report: share });
    if (!fan.ok) return fan;
    const tornado =
      withEvidence && isWanted(wishes, 'tornado') ? await tornadoOf(parts, source, wishes.of, control) : null;
    scenarios.push(exportedScenario(source, result.value, fan.value, tornado));
    control.report(scenarios.length / sources.length);
  }
  const bridges =
    withEvidence && isWanted(wishes, 'bridge')
      ? await bridgesOf(parts, sources, scenarios, wishes.of, control)
      : [];
  return control.stop.isStopped()
    ? fail({ kind: 'cancelled' })
    : ok({ version: parts.version, scenarios, bridges });
}

/** Puts a scenario and its numbers together as exports want them. */
export function exportedScenario(
  source: ScenarioSource,
  { projection, title, customer, hash, seed, problems }: ProjectionResult,
  fan: Fan | null,
  tornado: TornadoEffects | null,
): ExportedScenario {
  const { scenario } = inspectScenario(source);
  return {
    file: posix.basename(source.id),
    title,
    customer,
    hash,
    seed,
    projection,
    fan,
    inputs: scenario?.inputs ?? [],
    sources: (scenario?.sources ?? []).map(({ key, value }) => ({ key, ...value })),
    problems,
    tornado,
  };
}

async function percentiles(
  { runner }: Parts,
  source: ScenarioSource,
  { projection }: ProjectionResult,
  { draws, own, isCumulative }: ExportWishes,
  { stop, report }: GatherControl,
): Promise<Outcome<Fan | null, Fault>> {
  if (draws === 0) return ok(null);
  const charts = [...standingCharts.map(({ id }) => id), ...own.map(({ id }) => id)];
  const measures = wantedMeasures(projection, charts, { isCumulative }, own);
  const reply = await simulateInRounds(
    runner,
    { scenario: { hash: hashSource(source), source }, measures, draws: draws ?? undefined },
    { stop, now: () => performance.now(), onRound: ({ done, wanted }) => report(done / wanted) },
  );
  if (!reply.ok) return reply;
  return stop.isStopped() ? fail({ kind: 'cancelled' }) : ok(reply.value);
}
