import { componentsOf } from './font-components.ts';
import { usedGlyphs } from './font-glyphs.ts';
import { type FontTables, readFont, writeFont } from './font-tables.ts';

/** Tables that say how letters look; the rest (kerning, ligatures, names of glyphs) is left behind. */
const kept = ['OS/2', 'gasp', 'prep', 'cvt ', 'fpgm'] as const;

/** Makes a font that holds the letters of a text and nothing else, so that a picture can carry it. */
export function subsetFont(font: Uint8Array, text: string): Uint8Array {
  const tables = readFont(font);
  const { characters, glyphs } = usedGlyphs(tables, text);
  const order = new Map(glyphs.map((glyph, at) => [glyph, at]));
  const { glyf, loca } = outlines(tables, glyphs, order);
  const made: Record<string, Uint8Array> = {
    cmap: characterMap([...characters].map(([code, glyph]) => [code, order.get(glyph) ?? 0])),
    glyf,
    loca,
    hmtx: metrics(tables, glyphs),
    head: patched(tables, 'head', (view) => {
      view.setUint32(8, 0);
      view.setInt16(50, 1);
    }),
    hhea: patched(tables, 'hhea', (view) => view.setUint16(34, glyphs.length)),
    maxp: patched(tables, 'maxp', (view) => view.setUint16(4, glyphs.length)),
    post: plainPost(tables),
    name: names(tables),
  };
  for (const tag of kept) {
    const table = tables.get(tag);
    if (table !== undefined) made[tag] = table;
  }
  return writeFont(made);
}

function outlines(
  tables: FontTables,
  glyphs: readonly number[],
  order: ReadonlyMap<number, number>,
): { glyf: Uint8Array; loca: Uint8Array } {
  const pieces = glyphs.map((glyph) => renumbered(tables.glyph(glyph), order));
  const loca = new DataView(new ArrayBuffer((pieces.length + 1) * 4));
  let length = 0;
  pieces.forEach((piece, at) => {
    length += piece.length;
    loca.setUint32((at + 1) * 4, length);
  });
  const glyf = new Uint8Array(length);
  let place = 0;
  for (const piece of pieces) {
    glyf.set(piece, place);
    place += piece.length;
  }
  return { glyf, loca: new Uint8Array(loca.buffer) };
}

/** Copies an outline, even in length; where it is put together from others, their numbers become the new ones. */
function renumbered(outline: Uint8Array, order: ReadonlyMap<number, number>): Uint8Array {
  const copy = new Uint8Array(outline.length + (-outline.length & 3));
  copy.set(outline);
  const view = new DataView(copy.buffer);
  for (const { at, glyph } of componentsOf(outline)) view.setUint16(at, order.get(glyph) ?? 0);
  return copy;
}

function metrics(tables: FontTables, glyphs: readonly number[]): Uint8Array {
  const made = new DataView(new ArrayBuffer(glyphs.length * 4));
  glyphs.forEach((glyph, at) => {
    const { advance, bearing } = tables.metrics(glyph);
    made.setUint16(at * 4, advance);
    made.setInt16(at * 4 + 2, bearing);
  });
  return new Uint8Array(made.buffer);
}

/** Writes a map of characters in format 12, which has room for every character. */
function characterMap(pairs: readonly (readonly [code: number, glyph: number])[]): Uint8Array {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  const made = new DataView(new ArrayBuffer(12 + 16 + 12 * sorted.length));
  made.setUint16(2, 1);
  made.setUint16(4, 3);
  made.setUint16(6, 10);
  made.setUint32(8, 12);
  made.setUint16(12, 12);
  made.setUint32(16, 16 + 12 * sorted.length);
  made.setUint32(24, sorted.length);
  sorted.forEach(([code, glyph], at) => {
    made.setUint32(28 + 12 * at, code);
    made.setUint32(32 + 12 * at, code);
    made.setUint32(36 + 12 * at, glyph);
  });
  return new Uint8Array(made.buffer);
}

function patched(tables: FontTables, tag: string, change: (view: DataView) => void): Uint8Array {
  const copy = Uint8Array.from(tables.get(tag) ?? []);
  change(new DataView(copy.buffer));
  return copy;
}

/** The table of glyph names without names. */
function plainPost(tables: FontTables): Uint8Array {
  const copy = Uint8Array.from((tables.get('post') ?? new Uint8Array(32)).subarray(0, 32));
  new DataView(copy.buffer).setUint32(0, 0x00030000);
  return copy;
}

/** The licence asks that the names travel with the font. */
function names(tables: FontTables): Uint8Array {
  return tables.get('name') ?? new Uint8Array(6);
}
