import { posix } from 'node:path';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { createStop, type Stop } from '../engine/stop.ts';
import type { ExportedScenario } from './formats/format.ts';
import { findFormat, formatIds } from './formats/formats.ts';
import { hashSource } from './hash-source.ts';
import { project } from './projections.ts';
import type { SessionContext } from './session-context.ts';

/** Makes the handler that writes numbers as a file and hands it to the user. */
export function exportHandlers(context: SessionContext): Pick<Handlers, 'export.save'> {
  return {
    'export.save': async ({ ticket, scenarios, format: id, name }) => {
      const format = findFormat(id);
      if (format === null) {
        const known = formatIds().join(', ');
        return fail({ kind: 'invalid-call', message: `There is no format “${id}”; there are ${known}.` });
      }
      const stop = createStop();
      return context.tickets.during(ticket, stop, async () => {
        const results = await collect(context, scenarios, stop);
        if (!results.ok) return results;
        const bytes = await format.encode({ version: context.version, scenarios: results.value });
        if (stop.isStopped()) return fail({ kind: 'cancelled' });
        return context.shell.deliver({
          name: `${plainName(name)}.${format.extension}`,
          mime: format.mime,
          bytes,
        });
      });
    },
  };
}

async function collect(
  context: SessionContext,
  sources: readonly ScenarioSource[],
  stop: Stop,
): Promise<Outcome<readonly ExportedScenario[], Fault>> {
  const found: ExportedScenario[] = [];
  for (const source of sources) {
    const known = context.recent.find(hashSource(source));
    const result = known === null ? await project(context, source, stop) : ok(known);
    if (!result.ok) return result;
    found.push({ file: posix.basename(source.id), result: result.value });
  }
  return ok(found);
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
