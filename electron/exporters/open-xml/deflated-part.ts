import { promisify } from 'node:util';
import { constants, crc32, deflateRaw, deflateRawSync } from 'node:zlib';

/** A part that is compressed already: its stretches one after another are its bytes in the archive. */
export interface DeflatedPart {
  readonly stretches: readonly Uint8Array[];
  /** Length and check sum of what was compressed. */
  readonly size: number;
  readonly crc: number;
}

/** Digits hardly repeat: to look for repetitions harder costs several times the time and gains a twentieth of the size. */
const deflating = { level: 3, finishFlush: constants.Z_SYNC_FLUSH } as const;
/** What ends a row of stretches: an empty block that says it is the last. */
const end = deflateRawSync(new Uint8Array());
const mostWaiting = 8;
const deflateApart = promisify<Uint8Array, object, Uint8Array>(deflateRaw);

/** Compresses a part stretch by stretch; each stands on its own, so that they can be compressed side by side. */
export function deflatePart(stretches: Iterable<Uint8Array>): DeflatedPart {
  const sums = createSums();
  const packed = Array.from(stretches, (stretch) => {
    sums.add(stretch);
    return deflateRawSync(stretch, deflating);
  });
  return { stretches: [...packed, end], ...sums.result() };
}

/**
 * Does the same while other threads compress; `goesOn` is asked after each stretch, told how many bytes have been read, and null is
 * given where it says no.
 */
export async function deflatePartApart(
  stretches: Iterable<Uint8Array>,
  goesOn: (bytes: number) => Promise<boolean>,
): Promise<DeflatedPart | null> {
  const sums = createSums();
  const packed: Promise<Uint8Array>[] = [];
  for (const stretch of stretches) {
    sums.add(stretch);
    packed.push(deflateApart(stretch, deflating));
    // What waits to be compressed is held in memory.
    await packed[packed.length - mostWaiting];
    if (await goesOn(sums.result().size)) continue;
    await Promise.all(packed);
    return null;
  }
  return { stretches: [...(await Promise.all(packed)), end], ...sums.result() };
}

function createSums() {
  let [size, crc] = [0, 0];
  return {
    add: (stretch: Uint8Array) => {
      size += stretch.length;
      crc = crc32(stretch, crc);
    },
    result: () => ({ size, crc }),
  };
}
