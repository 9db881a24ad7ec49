import { fail } from '#shared/base/outcome.ts';
import type { Handlers } from '#shared/contract/host.ts';
import { exportFormats, findExportFormat } from '#shared/export/formats.ts';
import { plainWishes } from '#shared/export/wishes.ts';
import { createStop } from '../engine/stop.ts';
import { makeExport } from './make-export.ts';
import type { SessionContext } from './session-context.ts';

/** Makes the handler that writes numbers as a file and hands it to the user. */
export function exportHandlers(context: SessionContext): Pick<Handlers, 'export.save'> {
  return {
    'export.save': async ({ ticket, scenarios, format: id, name, charts }) => {
      const format = findExportFormat(id);
      if (format === null) {
        const known = exportFormats.map((one) => one.id).join(', ');
        return fail({ kind: 'invalid-call', message: `There is no format “${id}”; there are ${known}.` });
      }
      const stop = createStop();
      return context.tickets.during(ticket, stop, async () => {
        const made = await makeExport(
          context,
          scenarios,
          format.id,
          { ...plainWishes, charts },
          {
            stop,
            report: (fraction) => context.emit('work.progress', { ticket, fraction, what: format.name }),
          },
        );
        if (!made.ok) return made;
        if (stop.isStopped()) return fail({ kind: 'cancelled' });
        return context.shell.deliver({
          name: `${plainName(name)}.${format.extension}`,
          mime: format.mime,
          bytes: made.value,
        });
      });
    },
  };
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
