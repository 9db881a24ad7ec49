import { unzipSync } from 'fflate';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';

const megabyte = 1024 * 1024;
/** Far beyond any real deck, and small enough to hold in memory. */
const limits = { archive: 200 * megabyte, part: 100 * megabyte, all: 400 * megabyte, parts: 5_000 } as const;
/** XML packs well, but not a thousandfold; nor a hundredfold where there is much of it. */
const densest = { part: 1_000, all: 100, freely: 32 * megabyte } as const;
/** Elements and attributes of all parts together: each takes half a kilobyte of memory once it is read. */
const piecesLimit = 1_000_000;

/** Reads an Office file as parts by name; what is no such file, hides something or would fill the memory is refused in words. */
export function readArchive(bytes: Uint8Array): Outcome<Map<string, Uint8Array>, string> {
  if (bytes.length > limits.archive) return fail('it is larger than 200 MB');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) {
    const isOld = bytes[0] === 0xd0 && bytes[1] === 0xcf;
    return fail(
      isOld
        ? 'it is a file of the old kind or has a password; save it as .pptx without one'
        : 'it is not an Office file',
    );
  }
  let fault: string | null = null;
  const so = { far: 0, parts: 0 };
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        so.far += originalSize;
        so.parts += 1;
        fault ??= nameFault(name) ?? (isTooMuch(bytes.length, size, originalSize, so) ? bombFault : null);
        return fault === null && !name.endsWith('/');
      },
    });
    if (fault !== null) return fail(fault);
    const parts = new Map(Object.entries(files));
    fault = xmlFault(parts);
    if (fault !== null) return fail(fault);
    return parts.has('[Content_Types].xml') ? ok(parts) : fail('it has no list of contents');
  } catch {
    return fail(fault ?? 'it is damaged and cannot be unpacked');
  }
}

const bombFault = 'it would unpack to far more than a deck holds';

function nameFault(name: string): string | null {
  return /^\/|\\|(?:^|\/)\.\.(?:\/|$)|\p{Cc}/u.test(name) ? 'a name in it leads outside of it' : null;
}

/** Parts may lie about their size, and many may lie in one place: the archive as a whole cannot. */
function isTooMuch(
  archive: number,
  size: number,
  originalSize: number,
  so: { readonly far: number; readonly parts: number },
): boolean {
  const isTooLarge = originalSize > limits.part || so.far > limits.all || so.parts > limits.parts;
  const isTooDense =
    originalSize > densest.part * Math.max(size, 1024) || so.far > densest.freely + densest.all * archive;
  return isTooLarge || isTooDense;
}

/** What must not be in the XML of an Office file, found before anything is made of it. */
function xmlFault(parts: ReadonlyMap<string, Uint8Array>): string | null {
  let pieces = 0;
  for (const [name, content] of parts) {
    if (!/\.(?:xml|rels)$/i.test(name)) continue;
    if (hasEntities(content)) return `its part ${name} defines entities`;
    pieces += piecesIn(content);
    if (pieces > piecesLimit)
      return 'it holds more elements than fit into memory; take out some of its slides';
  }
  return null;
}

const signs = { opens: 0x3c, closes: 0x2f, equals: 0x3d } as const;

/** Counts elements and attributes by the signs that begin them; an equals sign in a text counts too. */
function piecesIn(content: Uint8Array): number {
  let pieces = 0;
  for (let at = 0; at < content.length; at += 1) {
    if (content[at] === signs.equals) pieces += 1;
    else if (content[at] === signs.opens && content[at + 1] !== signs.closes) pieces += 1;
  }
  return pieces;
}

/** Entities are not allowed in Office files; they are only good for exhausting whoever reads them. */
function hasEntities(content: Uint8Array): boolean {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return ['<!DOCTYPE', '<!ENTITY'].some(
    (word) => bytes.includes(word, 0, 'latin1') || bytes.includes(word, 0, 'utf16le'),
  );
}
