import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { type FormatId, findExportFormat } from '#shared/export/formats.ts';
import { composePages } from '#shared/export/pages/compose.ts';
import type { ExportWishes } from '#shared/export/wishes.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { exportControl } from '../exporters/export-control.ts';
import { encoders } from './formats/encoders.ts';
import { type GatherControl, gatherDocument } from './gather-document.ts';
import { gatherDraws } from './gather-draws.ts';
import type { SessionContext } from './session-context.ts';

/** The share of the work that is computing; writing is the rest. */
const computing = 0.6;

/** Computes scenarios and writes them in a format. */
export async function makeExport(
  context: Pick<SessionContext, 'runner' | 'recent' | 'version'>,
  sources: readonly ScenarioSource[],
  format: FormatId,
  wishes: ExportWishes,
  { stop, report }: GatherControl,
): Promise<Outcome<Uint8Array, Fault>> {
  const gathering = { stop, report: (fraction: number) => report(fraction * computing) };
  const isDraws = findExportFormat(format)?.content === 'draws';
  // Every draw is made anew for its own sake; the percentiles would be made for nothing.
  const document = await gatherDocument(
    context,
    sources,
    isDraws ? { ...wishes, draws: 0 } : wishes,
    gathering,
  );
  if (!document.ok) return document;
  const made = await encoders[format]({
    document: document.value,
    wishes,
    control: exportControl(stop.isStopped, (fraction) => report(computing + fraction * (1 - computing))),
    pages: () => {
      const pages = composePages(document.value, wishes);
      return pages.ok ? ok(pages.value) : fail({ kind: 'invalid-call', message: pages.error });
    },
    draws: () => gatherDraws(context, sources, document.value, wishes, gathering),
  });
  if (made.ok) report(1);
  return made;
}
