import { crc32, deflateRawSync } from 'node:zlib';
import { invariant } from '#shared/base/assert.ts';
import type { DeflatedPart } from './deflated-part.ts';

/** The contents of a package by the names of its parts, without a slash in front. */
export type Parts = ReadonlyMap<string, string | Uint8Array | DeflatedPart>;

/** What is compressed already gains nothing from being compressed again. */
const compressed = /\.(?:png|jpe?g|gif|xlsx|zip)$/i;

/** The first day a zip archive can name; the same parts give the same bytes whenever they are written. */
const always = 0x21;
const [stored, deflated] = [0, 8];
/** Archives beyond it need a form that not every reader knows. */
const largest = 0xffff_ffff;

interface Entry {
  readonly name: Buffer;
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: readonly Uint8Array[];
  readonly packedSize: number;
}

/** Packs parts into a zip archive, the list of their types first as some readers expect. */
export function zipParts(parts: Parts): Uint8Array {
  const first = '[Content_Types].xml';
  const names = [...parts.keys()].sort(
    (a, b) => Number(b === first) - Number(a === first) || (a < b ? -1 : 1),
  );
  const pieces: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const name of names) {
    const entry = entryOf(name, parts.get(name) ?? '');
    pieces.push(localHeader(entry), ...entry.packed);
    directory.push(directoryLine(entry, offset));
    offset += 30 + entry.name.length + entry.packedSize;
  }
  const directorySize = directory.reduce((sum, line) => sum + line.length, 0);
  invariant(offset + directorySize < largest, 'an archive is smaller than 4 GB');
  return Buffer.concat([...pieces, ...directory, endOf(names.length, directorySize, offset)]);
}

function entryOf(name: string, content: string | Uint8Array | DeflatedPart): Entry {
  const own = Buffer.from(name);
  if (typeof content === 'object' && 'stretches' in content) {
    const { stretches, size, crc } = content;
    const packedSize = stretches.reduce((sum, stretch) => sum + stretch.length, 0);
    return { name: own, method: deflated, crc, size, packed: stretches, packedSize };
  }
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const isStored = compressed.test(name);
  const packed = isStored ? bytes : deflateRawSync(bytes);
  return {
    name: own,
    method: isStored ? stored : deflated,
    crc: crc32(bytes),
    size: bytes.length,
    packed: [packed],
    packedSize: packed.length,
  };
}

/** What stands before a part and, again, in the directory: how it is packed, when, its sums and the length of its name. */
function description({ name, method, crc, size, packedSize }: Entry): Buffer {
  const line = Buffer.alloc(26);
  line.writeUInt16LE(20, 0);
  // Names beyond ASCII are said to be UTF-8.
  line.writeUInt16LE(name.some((byte) => byte > 0x7f) ? 0x800 : 0, 2);
  line.writeUInt16LE(method, 4);
  line.writeUInt16LE(always, 8);
  line.writeUInt32LE(crc, 10);
  line.writeUInt32LE(packedSize, 14);
  line.writeUInt32LE(size, 18);
  line.writeUInt16LE(name.length, 22);
  return line;
}

function localHeader(entry: Entry): Buffer {
  return Buffer.concat([Buffer.from('PK\u0003\u0004'), description(entry), entry.name]);
}

function directoryLine(entry: Entry, offset: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(offset, 10);
  return Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), description(entry), rest, entry.name]);
}

function endOf(count: number, size: number, offset: number): Buffer {
  const line = Buffer.alloc(22);
  line.write('PK\u0005\u0006', 0);
  line.writeUInt16LE(count, 8);
  line.writeUInt16LE(count, 10);
  line.writeUInt32LE(size, 12);
  line.writeUInt32LE(offset, 16);
  return line;
}
