import { invariant } from '#shared/base/assert.ts';
import type { Machine } from '#shared/engine/lanes/machine.ts';
import { loops } from '#shared/engine/loops/loops.ts';
import { program } from './program.ts';

const pageBytes = 65_536;
const numberBytes = Float64Array.BYTES_PER_ELEMENT;
const names = new Map<unknown, string>(Object.entries(loops).map(([name, loop]) => [loop, name]));
/** Compiled when first needed: most programs that could draw begin with something else. */
let compiled: object | null = null;

/**
 * Makes a machine whose loops are WebAssembly that works on two lanes at once; the bits are those of the plain machine. Its
 * numbers stand in one memory, so it must be known before how many there will be. Null where the system has no room.
 */
export function compiledMachine(capacity: number): Machine | null {
  const memory = reserve(capacity);
  if (memory === null) return null;
  compiled ??= new WebAssembly.Module(Buffer.from(program, 'base64'));
  const { exports } = new WebAssembly.Instance(compiled, { lanes: { memory } });
  let used = 0;
  return {
    numbers: (count) => {
      const from = used;
      used += count;
      invariant(used <= capacity, `the machine has room for ${capacity} numbers, not for ${used}`);
      return new Float64Array(memory.buffer, from * numberBytes, count);
    },
    loop: (loop, ...arrays) => {
      const name = names.get(loop) ?? '';
      const run = exports[name];
      invariant(
        run !== undefined,
        `the loop ${loop.name} is in the program, which else must be written anew`,
      );
      const addresses = arrays.map((array) => {
        invariant(array.buffer === memory.buffer, `the loop ${name} runs over numbers of its machine`);
        return array.byteOffset;
      });
      return run.bind(null, ...addresses, arrays[0]?.length ?? 0);
    },
  };
}

/** Every memory takes some gigabytes of addresses, of which a system may have too few. */
function reserve(capacity: number): { readonly buffer: ArrayBuffer } | null {
  try {
    return new WebAssembly.Memory({ initial: Math.ceil((capacity * numberBytes) / pageBytes) });
  } catch {
    return null;
  }
}
