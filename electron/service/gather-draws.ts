import { posix } from 'node:path';
import { type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { ExportDocument, ExportedScenario } from '#shared/export/document.ts';
import { composePages } from '#shared/export/pages/compose.ts';
import type { ExportWishes } from '#shared/export/wishes.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import type { DrawableSimulation } from '../engine/prepared-simulation.ts';
import { lendSamples, storeOf } from '../engine/shared-samples.ts';
import { drawStretch } from '../engine/stretches.ts';
import type { ScenarioDraws } from '../exporters/draws/parquet.ts';
import type { GatherControl } from './gather-document.ts';
import { hashSource } from './hash-source.ts';
import type { SessionContext } from './session-context.ts';

/**
 * Makes the draws of scenarios, for the measures of the charts named or of the headline, and lends every one of them to whoever
 * writes them: the memory they lie in is wanted for others afterwards.
 */
export async function gatherDraws<T>(
  { runner }: Pick<SessionContext, 'runner'>,
  sources: readonly ScenarioSource[],
  document: ExportDocument,
  wishes: ExportWishes,
  { stop, report }: GatherControl,
  use: (draws: readonly ScenarioDraws[]) => T,
): Promise<Outcome<T, Fault>> {
  const wanted: Wanted[] = [];
  for (const [at, source] of sources.entries()) {
    const about = document.scenarios[at];
    if (about === undefined) continue;
    const scenario = { hash: hashSource(source), source };
    const measures = measuresWanted(document, about, wishes);
    const asked = await runner.run('prepare', { scenario, measures }, { stop });
    if (!asked.ok) return asked;
    wanted.push({ source, about, prepared: { ...asked.value, draws: wishes.draws ?? asked.value.draws } });
  }
  const simulations = wanted.map(({ prepared }) => prepared);
  return lendSamples(runner.memory, simulations, stop, async (samples) => {
    const found: ScenarioDraws[] = [];
    for (const [at, { source, about, prepared }] of wanted.entries()) {
      const shared = samples[at];
      if (shared === undefined) continue;
      const { plan, measures, draws } = prepared;
      const filling = { runner, plan, measures, shared, stop };
      const drawn = await drawStretch(filling, { from: 0, to: draws }, (fraction) =>
        report((at + fraction) / wanted.length),
      );
      if (!drawn.ok) return drawn;
      found.push({ ...described(source, about, measures), draws, values: storeOf(shared).values });
    }
    return ok(use(found));
  });
}

/** A scenario whose draws are wanted. */
interface Wanted {
  readonly source: ScenarioSource;
  readonly about: ExportedScenario;
  readonly prepared: DrawableSimulation;
}

function described(
  source: ScenarioSource,
  { title, hash, seed, projection }: ExportedScenario,
  ids: readonly string[],
) {
  const units = new Map(projection.series.map(({ info }) => [info.id, info.unit]));
  return {
    file: posix.basename(source.id),
    title,
    hash,
    seed,
    months: Array.from({ length: projection.months }, (_, at) => monthCode(monthAfter(projection.start, at))),
    measures: ids.map((id) => ({ id, unit: units.get(id) ?? '' })),
  };
}

/** What the charts asked for show; the headline figures where none is asked for. */
function measuresWanted(
  { version }: ExportDocument,
  scenario: ExportedScenario,
  wishes: ExportWishes,
): readonly string[] {
  if (wishes.charts.length === 0) return headlineMeasures;
  const pages = composePages({ version, scenarios: [scenario], answers: new Map(), unanswered: [] }, wishes);
  // Pages that ask something show no measures of their own here; then the headline figures are meant.
  const known = new Set(scenario.projection.series.map(({ info }) => info.id));
  const shown = (pages.ok ? pages.value : [])
    .flatMap(({ body }) => (body.kind === 'chart' ? body.view.series.map(({ id }) => id) : []))
    .filter((id) => known.has(id));
  return [...new Set(shown.length > 0 ? shown : headlineMeasures)];
}
