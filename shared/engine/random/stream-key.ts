import { threefry } from './threefry.ts';

/** The 64-bit key under which all random words of one input are made. */
export interface StreamKey {
  readonly k0: number;
  readonly k1: number;
}

/**
 * Returns the key of the stream that belongs to a seed (any number) and a name. Two pairs share a stream with probability
 * 2^-64. The name is absorbed four UTF-16 units at a time, each block encrypted under the state so far.
 */
export function streamKey(seed: number, name: string): StreamKey {
  const bits = new DataView(new ArrayBuffer(8));
  bits.setFloat64(0, seed + 0);
  const state = new Uint32Array([bits.getUint32(0), bits.getUint32(4)]);
  for (let at = 0; at < name.length; at += 4) absorb(state, unitPair(name, at), unitPair(name, at + 2));
  absorb(state, name.length, 0x6f666674);
  return { k0: state[0], k1: state[1] };
}

function unitPair(name: string, at: number): number {
  const first = at < name.length ? name.charCodeAt(at) : 0;
  const second = at + 1 < name.length ? name.charCodeAt(at + 1) : 0;
  return (first << 16) | second;
}

function absorb(state: Uint32Array, high: number, low: number): void {
  threefry(state[0], state[1], high, low, state);
  state[0] ^= high;
  state[1] ^= low;
}
