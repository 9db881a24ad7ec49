import { posix } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { createSampleStore } from '#shared/engine/sample-store.ts';
import type { ExportDocument, ExportedScenario } from '#shared/export/document.ts';
import { composePages } from '#shared/export/pages/compose.ts';
import type { ExportWishes } from '#shared/export/wishes.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { monthAfter, monthCode } from '#shared/view/calendar.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import { planChunks } from '../engine/rounds.ts';
import { allocateSamples } from '../engine/shared-samples.ts';
import type { ScenarioDraws } from '../exporters/draws/parquet.ts';
import type { GatherControl } from './gather-document.ts';
import { hashSource } from './hash-source.ts';
import type { SessionContext } from './session-context.ts';

/** Makes the draws of scenarios and keeps every one of them, for the measures of the charts named or of the headline. */
export async function gatherDraws(
  { runner }: Pick<SessionContext, 'runner'>,
  sources: readonly ScenarioSource[],
  document: ExportDocument,
  wishes: ExportWishes,
  { stop, report }: GatherControl,
): Promise<Outcome<readonly ScenarioDraws[], Fault>> {
  const found: ScenarioDraws[] = [];
  for (const [at, source] of sources.entries()) {
    const about = document.scenarios[at];
    if (about === undefined) continue;
    const measures = measuresWanted(document, about, wishes);
    if (!measures.ok) return fail({ kind: 'invalid-call', message: measures.error });
    const scenario = { hash: hashSource(source), source };
    const asked = await runner.run('prepare', { scenario, measures: measures.value }, { stop });
    if (!asked.ok) return asked;
    const prepared = { ...asked.value, draws: wishes.draws ?? asked.value.draws };
    const shared = allocateSamples(prepared);
    if (!shared.ok) return shared;
    const chunks = planChunks({ from: 0, to: prepared.draws }, runner.threads);
    let done = 0;
    const replies = await Promise.all(
      chunks.map(async ({ from, to }) => {
        const order = { scenario, measures: prepared.measures, shared: shared.value, from, to };
        const reply = await runner.run('draw', order, { stop });
        done += 1;
        report((at + done / chunks.length) / sources.length);
        return reply;
      }),
    );
    for (const reply of replies) if (!reply.ok) return reply;
    const { values } = createSampleStore(shared.value.layout, shared.value.samples);
    found.push({ ...described(source, about, prepared.measures), draws: prepared.draws, values });
  }
  return ok(found);
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
): Outcome<readonly string[], string> {
  if (wishes.charts.length === 0) return ok(headlineMeasures);
  const pages = composePages({ version, scenarios: [scenario], bridges: [] }, wishes);
  if (!pages.ok) return pages;
  const shown = pages.value.flatMap(({ body }) =>
    body.kind === 'chart' ? body.view.series.map(({ id }) => id) : [],
  );
  return ok([...new Set(shown.length > 0 ? shown : headlineMeasures)]);
}
