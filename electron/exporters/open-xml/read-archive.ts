import { strFromU8, unzipSync } from 'fflate';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';

const megabyte = 1024 * 1024;
/** Far beyond any real deck, and small enough to hold in memory. */
const limits = { archive: 200 * megabyte, part: 100 * megabyte, all: 400 * megabyte, parts: 5_000 } as const;
/** XML packs well, but not a thousandfold. */
const densest = 1_000;

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
  let all = 0;
  let count = 0;
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, size, originalSize }) => {
        all += originalSize;
        count += 1;
        fault ??= faultOf(name, size, originalSize, all, count);
        return fault === null && !name.endsWith('/');
      },
    });
    if (fault !== null) return fail(fault);
    const parts = new Map(Object.entries(files));
    for (const [name, content] of parts) {
      if (/\.(?:xml|rels)$/i.test(name) && hasEntities(content))
        return fail(`its part ${name} defines entities`);
    }
    return parts.has('[Content_Types].xml') ? ok(parts) : fail('it has no list of contents');
  } catch {
    return fail(fault ?? 'it is damaged and cannot be unpacked');
  }
}

function faultOf(
  name: string,
  size: number,
  originalSize: number,
  all: number,
  count: number,
): string | null {
  if (/^\/|\\|(?:^|\/)\.\.(?:\/|$)|\p{Cc}/u.test(name)) return 'a name in it leads outside of it';
  const isTooMuch = originalSize > limits.part || all > limits.all || count > limits.parts;
  if (isTooMuch || originalSize > densest * Math.max(size, 1024))
    return 'it would unpack to far more than a deck holds';
  return null;
}

/** Entities are not allowed in Office files; they are only good for exhausting whoever reads them. */
function hasEntities(content: Uint8Array): boolean {
  const start = strFromU8(content.subarray(0, 4096), true).replaceAll('\0', '');
  return /<!(?:DOCTYPE|ENTITY)/i.test(start);
}
