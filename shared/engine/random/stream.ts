import type { Sampling } from '../plan/input.ts';
import { createLatinStream, fillLatin, type LatinStream } from './latin-stream.ts';
import { createSobolStream, fillSobol, type SobolStream } from './sobol-stream.ts';
import { type StreamKey, streamKey } from './stream-key.ts';
import { threefry } from './threefry.ts';
import { uniformOf } from './uniform.ts';

/** The uniform draws of one input, as a value: everything a draw depends on besides its index. */
export type Stream = SobolStream | LatinStream | PlainStream;

/** Independent draws. */
export interface PlainStream {
  readonly method: 'plain';
  readonly key: StreamKey;
}

/**
 * Makes the stream of uniforms that belongs to a seed and the key of an input. Nothing else matters: adding, moving or
 * removing other inputs leaves it as it is. Latin hypercubes alone also depend on the number of draws planned.
 */
export function createStream(
  seed: number,
  name: string,
  sampling: Pick<Sampling, 'method' | 'draws'>,
): Stream {
  const key = streamKey(seed, name);
  switch (sampling.method) {
    case 'sobol':
      return createSobolStream(key);
    case 'latin-hypercube':
      return createLatinStream(key, sampling.draws);
    default:
      return { method: 'plain', key };
  }
}

/**
 * Writes the uniforms in (0, 1) of draws `fromDraw` … `fromDraw + count - 1` to `out` from `offset` on. Every draw is a
 * function of the stream and its index, so any division into ranges gives the same bits. Draws are below 2^31.
 */
export function fillUniforms(
  stream: Stream,
  fromDraw: number,
  count: number,
  out: Float64Array,
  offset = 0,
): void {
  switch (stream.method) {
    case 'sobol':
      fillSobol(stream, fromDraw, count, out, offset);
      return;
    case 'latin-hypercube':
      fillLatin(stream, fromDraw, count, out, offset);
      return;
    default:
      fillPlain(stream.key, fromDraw, count, out, offset);
  }
}

function fillPlain(key: StreamKey, fromDraw: number, count: number, out: Float64Array, offset: number): void {
  const words = new Uint32Array(2);
  for (let lane = 0; lane < count; lane++) {
    threefry(key.k0, key.k1, fromDraw + lane, 0, words);
    out[offset + lane] = uniformOf(words[0], words[1]);
  }
}
