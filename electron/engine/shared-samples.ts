import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { sampleStoreBytes } from '#shared/engine/sample-store.ts';
import { bandTableLength } from '#shared/engine/summary/bands.ts';
import type { PreparedSimulation, SharedSamples } from './model-jobs.ts';

/** Most memory the draws of one simulation may take. */
export const sampleCeilingBytes = 512 * 1024 * 1024;

const megabyte = 1024 * 1024;

/** Makes room for the draws of a simulation, or refuses one that would need too much, before anything is allocated. */
export function allocateSamples(prepared: PreparedSimulation): Outcome<SharedSamples, Fault> {
  const { draws, months, measures, checks } = prepared;
  const layout = { measures: measures.length, months, checks: checks.length, firstDraw: 0, draws };
  const bytes = sampleStoreBytes(layout);
  if (bytes > sampleCeilingBytes) return fail({ kind: 'too-large', message: tooLarge(prepared, bytes) });
  return ok({
    layout,
    samples: new SharedArrayBuffer(bytes),
    bands: new SharedArrayBuffer(bandTableLength(measures.length, months) * Float64Array.BYTES_PER_ELEMENT),
  });
}

function tooLarge({ draws, months, measures }: PreparedSimulation, bytes: number): string {
  const affordable = Math.floor((draws * sampleCeilingBytes) / bytes / 1000) * 1000;
  return (
    `${draws} draws of ${measures.length} measures over ${months} months need ${Math.ceil(bytes / megabyte)} MB; ` +
    `at most ${sampleCeilingBytes / megabyte} MB are allowed. Ask for about ${affordable} draws or for fewer measures.`
  );
}
