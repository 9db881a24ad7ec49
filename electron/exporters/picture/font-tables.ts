import { invariant } from '#shared/base/assert.ts';

/** The tables of a TrueType font, and the two of them that are read glyph by glyph. */
export interface FontTables {
  readonly get: (tag: string) => Uint8Array | undefined;
  readonly glyph: (index: number) => Uint8Array;
  readonly metrics: (index: number) => { readonly advance: number; readonly bearing: number };
}

/** Reads the tables of a TrueType font with outlines of its own kind (`glyf`), as the bundled typeface is. */
export function readFont(font: Uint8Array): FontTables {
  const view = viewOf(font);
  const tables = new Map<string, Uint8Array>();
  for (let at = 0; at < view.getUint16(4); at++) {
    const entry = 12 + 16 * at;
    const tag = String.fromCharCode(...font.subarray(entry, entry + 4));
    const offset = view.getUint32(entry + 8);
    tables.set(tag, font.subarray(offset, offset + view.getUint32(entry + 12)));
  }
  const need = (tag: string): Uint8Array => {
    const table = tables.get(tag);
    invariant(table, `the typeface has a table ${tag}`);
    return table;
  };
  const [glyf, loca, hmtx] = [need('glyf'), viewOf(need('loca')), viewOf(need('hmtx'))];
  const isLong = viewOf(need('head')).getInt16(50) === 1;
  const offset = (index: number) => (isLong ? loca.getUint32(index * 4) : loca.getUint16(index * 2) * 2);
  const full = viewOf(need('hhea')).getUint16(34);
  return {
    get: (tag) => tables.get(tag),
    glyph: (index) => glyf.subarray(offset(index), offset(index + 1)),
    metrics: (index) => ({
      advance: hmtx.getUint16(Math.min(index, full - 1) * 4),
      bearing: index < full ? hmtx.getInt16(index * 4 + 2) : hmtx.getInt16(full * 4 + (index - full) * 2),
    }),
  };
}

/** Writes tables as a font file, sums included. */
export function writeFont(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const tags = Object.keys(tables).sort();
  const head = 12 + 16 * tags.length;
  const lengths = tags.map((tag) => ((tables[tag]?.length ?? 0) + 3) & ~3);
  const font = new Uint8Array(head + lengths.reduce((sum, one) => sum + one, 0));
  const view = viewOf(font);
  const power = 2 ** Math.floor(Math.log2(tags.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tags.length);
  view.setUint16(6, power * 16);
  view.setUint16(8, Math.log2(power));
  view.setUint16(10, tags.length * 16 - power * 16);
  let place = head;
  tags.forEach((tag, at) => {
    const table = tables[tag] ?? new Uint8Array();
    const entry = 12 + 16 * at;
    font.set(table, place);
    for (let letter = 0; letter < 4; letter++) font[entry + letter] = tag.charCodeAt(letter);
    view.setUint32(entry + 4, sumOf(font.subarray(place, place + (lengths[at] ?? 0))));
    view.setUint32(entry + 8, place);
    view.setUint32(entry + 12, table.length);
    if (tag === 'head') view.setUint32(place + 8, 0);
    place += lengths[at] ?? 0;
  });
  const headAt = 12 + 16 * tags.indexOf('head');
  view.setUint32(view.getUint32(headAt + 8) + 8, (0xb1b0afba - sumOf(font)) >>> 0);
  return font;
}

/** Looks at bytes as numbers. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function sumOf(bytes: Uint8Array): number {
  const view = viewOf(bytes);
  let sum = 0;
  for (let at = 0; at + 4 <= bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
