import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import {
  type ExportFormat,
  exportFormats,
  type FormatId,
  findExportFormat,
  hasPages,
} from '#shared/export/formats.ts';
import { leftOut } from '#shared/export/pages/left-out.ts';
import { travelList } from '#shared/export/travels.ts';
import { createStop } from '../engine/stop.ts';
import { unattended } from '../exporters/export-control.ts';
import { refusal } from './formats/encode-deck.ts';
import { gatherDocument } from './gather-document.ts';
import { gatherPages, makeExport } from './make-export.ts';
import type { SessionContext } from './session-context.ts';

type ExportHandlers = Pick<Handlers, 'export.save' | 'export.travels' | 'deck.describe' | 'deck.changes'>;

/** Makes the handlers by which numbers leave the program. */
export function exportHandlers(context: SessionContext): ExportHandlers {
  const { tickets, emit, shell } = context;
  /** Runs work under a ticket that can be stopped, and says how far it is. */
  const atWork = <T>(
    ticket: number,
    what: string,
    work: (control: Control) => Promise<Outcome<T, Fault>>,
  ) => {
    const stop = createStop();
    const report = (fraction: number) => emit('work.progress', { ticket, fraction, what });
    return tickets.during(ticket, stop, async () => {
      const made = await work({ stop, report });
      return stop.isStopped() ? fail(stop.reason()) : made;
    });
  };
  return {
    'export.save': async (input) => {
      const format = formatOf(input.format);
      if (!format.ok) return format;
      const { id, name, mime, extension } = format.value;
      const made = await atWork(input.ticket, name, (control) => makeExport(context, id, input, control));
      if (!made.ok) return made;
      const { bytes, leftOut: absent } = made.value;
      const saved = await shell.deliver({ name: `${plainName(input.name)}.${extension}`, mime, bytes });
      return saved.ok ? ok({ ...saved.value, leftOut: absent }) : saved;
    },
    'export.travels': async (input) => {
      const format = formatOf(input.format);
      if (!format.ok) return format;
      return atWork(input.ticket, 'What travels', async (control) => {
        if (!hasPages(format.value, input.wishes.charts)) {
          const document = await gatherDocument(context, input.scenarios, input.wishes, control);
          return document.ok ? ok(travelList(format.value, document.value, [], [])) : document;
        }
        const gathered = await gatherPages(context, input, control);
        if (!gathered.ok) return gathered;
        const { document, pages } = gathered.value;
        return ok(travelList(format.value, document, pages, leftOut(document, input.wishes, pages)));
      });
    },
    'deck.describe': async ({ deck }) => {
      const { describeTemplate } = await import('../exporters/deck/template/use-template.ts');
      const described = describeTemplate(deck);
      return described.ok ? described : refusal('The template cannot be used', described.error);
    },
    'deck.changes': (input) =>
      atWork(input.ticket, 'What would change', async (control) => {
        const gathered = await gatherPages(context, input, control);
        if (!gathered.ok) return gathered;
        const { refreshDeck } = await import('../exporters/deck/refresh/refresh-deck.ts');
        const { document, pages } = gathered.value;
        const refreshed = await refreshDeck(input.into, document, pages, unattended);
        if (!refreshed.ok) return refusal('The deck cannot be refreshed', refreshed.error);
        return refreshed.value === null ? fail({ kind: 'cancelled' }) : ok(refreshed.value.changes);
      }),
  };
}

type Control = Parameters<typeof makeExport>[3];

function formatOf(id: string): Outcome<ExportFormat & { readonly id: FormatId }, Fault> {
  const format = findExportFormat(id);
  if (format !== null) return ok(format);
  const known = exportFormats.map((one) => one.id).join(', ');
  return fail({ kind: 'invalid-call', message: `There is no format “${id}”; there are ${known}.` });
}

/** Makes a name safe as a file name on every system. */
function plainName(name: string): string {
  const plain = name
    .replace(/[\p{Cc}\p{Cf}\\/:*?"<>|]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+|[. ]+$/g, '');
  return plain === '' ? 'export' : plain;
}
