/** A font as a test reads it, with code of its own. */
export interface ParsedFont {
  readonly unitsPerEm: number;
  readonly characters: readonly number[];
  readonly advance: (code: number) => number;
  /** Bytes of the outline of a letter with all its parts. */
  readonly points: (code: number) => number;
  readonly faults: readonly string[];
}

/** Reads a TrueType font whose map of characters has a table of format 12. */
export function parseFont(bytes: Uint8Array): ParsedFont {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = new Map<string, { offset: number; length: number; sum: number }>();
  for (let at = 0; at < view.getUint16(4); at++) {
    const entry = 12 + 16 * at;
    const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    tables.set(tag, {
      sum: view.getUint32(entry + 4),
      offset: view.getUint32(entry + 8),
      length: view.getUint32(entry + 12),
    });
  }
  const start = (tag: string) => tables.get(tag)?.offset ?? 0;
  const glyphs = new Map<number, number>();
  const cmap = start('cmap');
  for (let at = 0; at < view.getUint16(cmap + 2); at++) {
    const table = cmap + view.getUint32(cmap + 8 + 8 * at);
    if (view.getUint16(table) !== 12) continue;
    for (let group = 0; group < view.getUint32(table + 12); group++) {
      const place = table + 16 + 12 * group;
      const first = view.getUint32(place);
      for (let code = first; code <= view.getUint32(place + 4); code++)
        glyphs.set(code, view.getUint32(place + 8) + code - first);
    }
  }
  const full = view.getUint16(start('hhea') + 34);
  const isLong = view.getInt16(start('head') + 50) === 1;
  const outline = (glyph: number): [number, number] => {
    const at = (index: number) =>
      isLong ? view.getUint32(start('loca') + 4 * index) : 2 * view.getUint16(start('loca') + 2 * index);
    return [start('glyf') + at(glyph), at(glyph + 1) - at(glyph)];
  };
  const pointsOf = (glyph: number): number => {
    const [from, length] = outline(glyph);
    if (length === 0) return 0;
    const contours = view.getInt16(from);
    if (contours >= 0) return view.getUint16(from + 10 + 2 * (contours - 1)) + 1;
    let points = 0;
    for (let place = from + 10, flags = 0x20; (flags & 0x20) !== 0; ) {
      flags = view.getUint16(place);
      points += pointsOf(view.getUint16(place + 2));
      place += 4 + (flags & 1 ? 4 : 2) + (flags & 8 ? 2 : flags & 0x40 ? 4 : flags & 0x80 ? 8 : 0);
    }
    return points;
  };
  const sum = (from: number, length: number) => {
    let total = 0;
    for (let at = from; at < from + length; at += 4)
      total = (total + (at + 4 <= bytes.length ? view.getUint32(at) : 0)) >>> 0;
    return total;
  };
  const faults = [...tables].flatMap(([tag, table]) =>
    tag !== 'head' && sum(table.offset, table.length) !== table.sum ? [tag] : [],
  );
  if (sum(0, bytes.length) !== 0xb1b0afba) faults.push('whole');
  return {
    unitsPerEm: view.getUint16(start('head') + 18),
    characters: [...glyphs.keys()],
    advance: (code) => view.getUint16(start('hmtx') + 4 * Math.min(glyphs.get(code) ?? 0, full - 1)),
    points: (code) => pointsOf(glyphs.get(code) ?? 0),
    faults,
  };
}
