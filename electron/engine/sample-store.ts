import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { PreparedSimulation, SampleStore } from './model-jobs.ts';

/** Most memory the draws of one simulation may take. */
export const sampleCeilingBytes = 512 * 1024 * 1024;

const megabyte = 1024 * 1024;

/** Makes room for the draws of a simulation, or refuses one that would need too much, before anything is allocated. */
export function allocateSamples(prepared: PreparedSimulation): Outcome<SampleStore, Fault> {
  const { draws, months, measures, checks } = prepared;
  const valueBytes = measures.length * months * draws * Float64Array.BYTES_PER_ELEMENT;
  const brokenBytes = checks.length * draws * Int32Array.BYTES_PER_ELEMENT;
  if (valueBytes + brokenBytes > sampleCeilingBytes) {
    return fail({ kind: 'too-large', message: tooLarge(prepared, valueBytes + brokenBytes) });
  }
  return ok({
    values: new SharedArrayBuffer(valueBytes),
    broken: new SharedArrayBuffer(brokenBytes),
    months,
    draws,
  });
}

function tooLarge({ draws, months, measures }: PreparedSimulation, bytes: number): string {
  const affordable = Math.floor((draws * sampleCeilingBytes) / bytes / 1000) * 1000;
  return (
    `${draws} draws of ${measures.length} measures over ${months} months need ${Math.ceil(bytes / megabyte)} MB; ` +
    `at most ${sampleCeilingBytes / megabyte} MB are allowed. Ask for about ${affordable} draws or for fewer measures.`
  );
}
