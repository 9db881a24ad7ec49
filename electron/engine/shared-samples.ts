import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { type SampleLayout, sampleStoreBytes } from '#shared/engine/sample-store.ts';
import { bandTableLength } from '#shared/engine/summary/bands.ts';
import type { PreparedSimulation } from './prepared-simulation.ts';

/** Memory that all threads see: the draws of a simulation, and the bands made from them. */
export interface SharedSamples {
  readonly layout: SampleLayout;
  /** A sample store of that layout. */
  readonly samples: SharedArrayBuffer;
  /** A table of bands of the same measures and months. */
  readonly bands: SharedArrayBuffer;
}

/** Most memory the draws of one simulation may take. */
export const sampleCeilingBytes = 512 * 1024 * 1024;

const megabyte = 1024 * 1024;

/**
 * Makes room for the draws of a simulation, or of a shard of one that begins at `firstDraw`, or refuses one that would
 * need too much, before anything is allocated.
 */
export function allocateSamples(prepared: PreparedSimulation, firstDraw = 0): Outcome<SharedSamples, Fault> {
  const layout = layoutOf(prepared, firstDraw);
  const { measures, months } = layout;
  const bytes = sampleStoreBytes(layout);
  if (bytes > sampleCeilingBytes) return fail({ kind: 'too-large', message: tooLarge(prepared, bytes) });
  return ok({
    layout,
    samples: new SharedArrayBuffer(bytes),
    bands: new SharedArrayBuffer(bandTableLength(measures, months) * Float64Array.BYTES_PER_ELEMENT),
  });
}

/** Lays out the draws of a simulation, or of a shard of one that begins at `firstDraw`. */
export function layoutOf(
  { draws, months, measures, checks }: PreparedSimulation,
  firstDraw = 0,
): SampleLayout {
  return { measures: measures.length, months, checks: checks.length, firstDraw, draws };
}

function tooLarge({ draws, months, measures }: PreparedSimulation, bytes: number): string {
  const affordable = Math.floor((draws * sampleCeilingBytes) / bytes / 1000) * 1000;
  return (
    `${draws} draws of ${measures.length} measures over ${months} months need ${Math.ceil(bytes / megabyte)} MB; ` +
    `at most ${sampleCeilingBytes / megabyte} MB are allowed. Ask for about ${affordable} draws or for fewer measures.`
  );
}
