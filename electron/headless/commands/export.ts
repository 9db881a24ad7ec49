import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { SavedExport } from '#shared/contract/calls.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Handlers } from '#shared/contract/host.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { listing } from '#shared/view/words.ts';
import type { ParsedArguments } from '../arguments.ts';
import type { Command } from '../command.ts';
import { type ExportOrder, readOrder } from '../export/read-order.ts';
import { refreshReport } from '../export/refresh-report.ts';
import { problemCount, problemLines } from '../print-problems.ts';
import type { ExitCode, Terminal } from '../terminal.ts';
import { faultLine, type Workplace } from '../workplace.ts';

const ticket = 1;

/** Writes scenarios as slides, a workbook, pictures, tables, a report, a page or draws. */
export const exportCommand: Command = {
  name: 'export',
  summary: 'write scenarios as slides, workbook, picture, table, report, web page or draws',
  operands: ['FILE…'],
  options: {
    to: {
      value: 'OUT',
      meaning: 'file to write; its ending says how: pptx, xlsx, pdf, html, png, svg, csv, tsv, json, parquet',
    },
    charts: {
      value: 'A,B',
      meaning:
        'pages wanted, in this order, instead of the standard set: charts, or questions such as ' +
        'distribution:of=MEASURE:at=2030-12, river, sweep:over=INPUT:and=INPUT, overlay, milestones',
    },
    period: { value: 'P', meaning: 'month (the usual one), quarter or year' },
    of: { value: 'MEASURE', meaning: 'measure whose drivers and bridge are shown, instead of billed spend' },
    draws: {
      value: 'N',
      meaning: 'draws behind the percentiles, instead of those the scenario states; 0 for none',
    },
    template: { value: 'DECK', meaning: 'slides: take layouts, colours and fonts of this .pptx' },
    layout: { value: 'NAME', meaning: 'slides: the layout of the template that pages go on' },
    size: { value: 'S', meaning: 'slides: 16:9 (the usual one), 4:3 or a4' },
    into: { value: 'DECK', meaning: 'slides: refresh this deck and write it to OUT' },
    'dry-run': { meaning: 'slides: say what --into would change, and write nothing' },
    scale: { value: 'N', meaning: 'picture: pixels per point, 1 to 4' },
  },
  run: async (given, terminal, workplace) => {
    const order = await readOrder(given, terminal.folder);
    if (!order.ok) {
      terminal.error(order.error);
      return 2;
    }
    const sources = await openAll(given, terminal, workplace);
    if (!Array.isArray(sources)) return sources;
    const opened = await workplace.open(
      'threads',
      (name, payload) => {
        if (name === 'work.progress' && 'fraction' in payload) {
          terminal.progress(`${payload.what}: ${Math.round(payload.fraction * 100)} %`);
        }
      },
      order.value.target ?? undefined,
    );
    if (!opened.ok) {
      terminal.error(faultLine(opened.error));
      return 2;
    }
    const { handlers, close } = opened.value;
    // Progress flows once it is known who listens.
    await handlers['app.describe']({});
    terminal.onInterrupt(() => void handlers['work.cancel']({ ticket }));
    const reply = await work(handlers, sources, order.value);
    await close();
    terminal.progress('');
    if (!reply.ok) return sayFault(reply.error, terminal);
    for (const warning of reply.value.warnings) terminal.error(warning);
    terminal.out(reply.value.told);
    return 0;
  },
};

/** What is to be printed, and what went otherwise than asked. */
interface Done {
  readonly told: string;
  readonly warnings: readonly string[];
}

/** Writes the file, or says what would change. */
async function work(
  handlers: Handlers,
  scenarios: readonly ScenarioSource[],
  { format, name, wishes, template: stated, layout, into, target }: ExportOrder,
): Promise<Outcome<Done, Fault>> {
  const input = { ticket, scenarios, wishes };
  const template = await withLayout(handlers, stated, layout);
  if (!template.ok) return template;
  const changes = into === null ? null : await handlers['deck.changes']({ ...input, into });
  if (changes !== null && !changes.ok) return changes;
  const report = changes === null ? '' : refreshReport(changes.value);
  if (target === null) return ok({ told: report, warnings: [] });
  const saved = await handlers['export.save']({ ...input, format, name, template: template.value, into });
  if (!saved.ok) return saved;
  return ok({
    told: `${report}${writtenLine(saved.value)}\n`,
    warnings: saved.value.leftOut.map(
      ({ page, scenario, why }) => `Left out: ${page} of ${scenario}. ${why}`,
    ),
  });
}

/** Maps the layout that was named; what stands where on it is found as for the one that fits best. */
async function withLayout(
  handlers: Handlers,
  template: ExportOrder['template'],
  layout: string | null,
): Promise<Outcome<ExportOrder['template'], Fault>> {
  if (template === null || layout === null) return ok(template);
  const described = await handlers['deck.describe']({ deck: template.deck });
  if (!described.ok) return described;
  const { layouts, suggested } = described.value;
  const chosen = layouts.find(({ name }) => name === layout);
  if (chosen !== undefined) {
    return ok({
      deck: template.deck,
      mapping: { cover: suggested.cover, page: layout, ...chosen.suggested },
    });
  }
  const names = listing(layouts.map(({ name }) => `“${name}”`));
  return fail({ kind: 'invalid-call', message: `The template has no layout “${layout}”; it has ${names}.` });
}

function writtenLine({ name, bytes }: SavedExport): string {
  return `Wrote ${name}, ${bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(1)} MB`}.`;
}

async function openAll(
  given: ParsedArguments,
  terminal: Terminal,
  workplace: Workplace,
): Promise<ScenarioSource[] | ExitCode> {
  const sources: ScenarioSource[] = [];
  for (const file of given.operands) {
    const source = await workplace.openSource(file);
    if (!source.ok) {
      terminal.error(source.error.message);
      return source.error.kind === 'path' ? 2 : 1;
    }
    sources.push(source.value);
  }
  return sources;
}

function sayFault(fault: Fault, terminal: Terminal): ExitCode {
  if (fault.kind === 'invalid-scenario') {
    for (const line of problemLines('', fault.problems)) terminal.error(line.replace(/^:/, ''));
    terminal.error(`Nothing was written: ${problemCount(fault.problems)}.`);
    return 1;
  }
  terminal.error(faultLine(fault));
  if (fault.kind === 'internal') return 3;
  return fault.kind === 'invalid-call' || fault.kind === 'too-large' ? 2 : 1;
}
