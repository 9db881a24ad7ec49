import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { ExportInput, SaveInput } from '#shared/contract/export.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { ExportDocument } from '#shared/export/document.ts';
import { type FormatId, findExportFormat, hasPages } from '#shared/export/formats.ts';
import { composePages, unknownPage } from '#shared/export/pages/compose.ts';
import { leftOut } from '#shared/export/pages/left-out.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { isComparisonPage, standingPages } from '#shared/export/pages/standing-pages.ts';
import type { Unanswered } from '#shared/export/questions/answer.ts';
import type { ExportWishes } from '#shared/export/wishes.ts';
import { listing } from '#shared/view/words.ts';
import { exportControl } from '../exporters/export-control.ts';
import { encoders } from './formats/encoders.ts';
import { type GatherControl, gatherDocument } from './gather-document.ts';
import { gatherDraws } from './gather-draws.ts';
import type { SessionContext } from './session-context.ts';

type Parts = Pick<SessionContext, 'runner' | 'results' | 'version'>;

/** The share of the work that is computing; writing is the rest. */
const computing = 0.6;

/** What was written, and the pages asked for that are not in it. */
export interface MadeExport {
  readonly bytes: Uint8Array;
  readonly leftOut: readonly Unanswered[];
}

/** Computes scenarios and writes them in a format. */
export async function makeExport(
  parts: Parts,
  format: FormatId,
  { scenarios, wishes, template, into }: SaveInput,
  { stop, report }: GatherControl,
): Promise<Outcome<MadeExport, Fault>> {
  const fault = faultOf(format, scenarios.length, wishes);
  if (fault !== null) return fail({ kind: 'invalid-call', message: fault });
  const gathering = { stop, report: (fraction: number) => report(fraction * computing) };
  const known = findExportFormat(format);
  const isDraws = known?.content === 'draws';
  const isOfPages = known !== null && hasPages(known, wishes.charts);
  // Every draw is made anew for its own sake; percentiles would be made for nothing.
  const gathered = await gatherDocument(
    parts,
    scenarios,
    isDraws ? { ...wishes, draws: 0 } : wishes,
    gathering,
    isOfPages,
  );
  if (!gathered.ok) return gathered;
  const document = gathered.value;
  let pages: readonly ExportPage[] = [];
  const bytes = await encoders[format]({
    document,
    wishes,
    template,
    into,
    control: exportControl(stop.isStopped, (fraction) => report(computing + fraction * (1 - computing))),
    pages: () => {
      const made = pagesOf(document, wishes);
      if (made.ok) pages = made.value;
      return made;
    },
    draws: (use) => gatherDraws(parts, scenarios, document, wishes, gathering, use),
  });
  if (!bytes.ok) return bytes;
  report(1);
  return ok({ bytes: bytes.value, leftOut: isOfPages ? leftOut(document, wishes, pages) : [] });
}

/** Finds what is wrong with a wish before anything is computed for it. */
function faultOf(format: FormatId, scenarios: number, wishes: ExportWishes): string | null {
  const unknown = unknownPage(wishes);
  if (unknown !== null || findExportFormat(format)?.content !== 'picture') return unknown;
  if (scenarios > 1 && !isComparisonPage(wishes.charts[0] ?? ''))
    return 'A picture shows one chart of one scenario; name one file.';
  if (wishes.charts.length === 1) return null;
  const ids = listing(standingPages.map(({ id }) => id));
  return `A picture shows one chart; name it with its id, one of ${ids}.`;
}

/** Computes scenarios and makes the pages wanted of them, without writing anything. */
export async function gatherPages(
  parts: Parts,
  { scenarios, wishes }: Pick<ExportInput, 'scenarios' | 'wishes'>,
  control: GatherControl,
): Promise<Outcome<{ readonly document: ExportDocument; readonly pages: readonly ExportPage[] }, Fault>> {
  const document = await gatherDocument(parts, scenarios, wishes, control, true);
  if (!document.ok) return document;
  const pages = pagesOf(document.value, wishes);
  return pages.ok ? ok({ document: document.value, pages: pages.value }) : pages;
}

function pagesOf(document: ExportDocument, wishes: ExportWishes): Outcome<readonly ExportPage[], Fault> {
  const pages = composePages(document, wishes);
  return pages.ok ? pages : fail({ kind: 'invalid-call', message: pages.error });
}
