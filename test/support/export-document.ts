import { resolve } from 'node:path';
import { invariant } from '#shared/base/assert.ts';
import type { ExportDocument } from '#shared/export/document.ts';
import { type ExportWishes, plainWishes } from '#shared/export/wishes.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { createInlineRunner } from '../../electron/engine/inline.ts';
import { createModelPerformers } from '../../electron/engine/model-performers.ts';
import { createStop } from '../../electron/engine/stop.ts';
import { gatherDocument } from '../../electron/service/gather-document.ts';
import { openSource } from '../../electron/service/open-source.ts';
import { createResults } from '../../electron/service/results.ts';

const shipped = resolve(import.meta.dirname, '..', '..', 'scenarios');

/** Computes shipped scenarios as an export has them, with few draws so that tests stay quick. */
export async function shippedDocument(
  files: readonly string[] = ['amazon-anthropic.scenario.yaml'],
  wishes: Partial<ExportWishes> = {},
  edit: (text: string) => string = (text) => text,
): Promise<ExportDocument> {
  const sources: ScenarioSource[] = [];
  for (const file of files) {
    const source = await openSource(file, resolve(shipped, file), [shipped]);
    if (!source.ok) throw new Error(source.error.message);
    sources.push({ ...source.value, text: edit(source.value.text) });
  }
  return gathered(sources, wishes);
}

/** Computes scenarios as an export has them; what breaks down is thrown, and all memory of draws has been given up afterwards. */
export async function gathered(
  sources: readonly ScenarioSource[],
  wishes: Partial<ExportWishes>,
): Promise<ExportDocument> {
  const runner = createInlineRunner(createModelPerformers(), (what, stack) => {
    throw new Error(`${what}: ${stack}`);
  });
  const document = await gatherDocument(
    { runner, results: createResults(runner), version: '0.0.0-test' },
    sources,
    { ...plainWishes, draws: 256, ...wishes },
    { stop: createStop(), report: () => undefined },
    true,
  );
  if (!document.ok) throw new Error(JSON.stringify(document.error));
  invariant(runner.memory.bytesInUse() === 0, 'all memory of draws has been given up');
  return document.value;
}
