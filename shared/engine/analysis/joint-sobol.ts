import { mixBits, nestedPermutation, reverseBits } from '../random/owen.ts';
import { SOBOL_DIMENSIONS, sobolBits, sobolDirections } from '../random/sobol.ts';
import { createStream, fillUniforms } from '../random/stream.ts';
import { streamKey } from '../random/stream-key.ts';
import { threefry } from '../random/threefry.ts';
import { uniformOf } from '../random/uniform.ts';

/** Writes coordinates of points `fromPoint` … `fromPoint + count - 1` to `out` from `offset` on. */
export type JointDesign = (
  dimension: number,
  fromPoint: number,
  count: number,
  out: Float64Array,
  offset: number,
) => void;

/**
 * Makes a design of points in many dimensions at once: Owen-scrambled Sobol points, whose dimensions fit together, which the keyed
 * streams of a simulation give up for the sake of their independence. Beyond the dimensions at hand, keyed streams.
 */
export function jointSobol(dimensions: number, seed: number): JointDesign {
  if (dimensions > SOBOL_DIMENSIONS) {
    const streams = Array.from({ length: dimensions }, (_, dimension) =>
      createStream(seed, `design ${dimension}`, { method: 'sobol', draws: 0 }),
    );
    return (dimension, fromPoint, count, out, offset) =>
      fillUniforms(streams[dimension], fromPoint, count, out, offset);
  }
  const columns = Array.from({ length: dimensions }, (_, dimension) => {
    const { k0, k1 } = streamKey(seed, `design ${dimension}`);
    const below = new Uint32Array(2);
    threefry(k0, k1, 0, 0, below);
    return { directions: sobolDirections(dimension), k0, k1, below: below[0] };
  });
  return (dimension, fromPoint, count, out, offset) => {
    const { directions, k0, k1, below } = columns[dimension];
    for (let at = 0; at < count; at++) {
      const plain = sobolBits(directions, fromPoint + at);
      const bits = reverseBits(nestedPermutation(reverseBits(plain), k0, k1));
      out[offset + at] = uniformOf(bits, mixBits(bits ^ below));
    }
  };
}
