import { componentsOf } from './font-components.ts';
import { type FontTables, viewOf } from './font-tables.ts';

/** The glyphs a text needs: by character, and all of them with what they are put together from, in order. */
export interface UsedGlyphs {
  readonly characters: ReadonlyMap<number, number>;
  readonly glyphs: readonly number[];
}

/** Finds the glyphs a text needs; the first of a font stands for everything it lacks and is always among them. */
export function usedGlyphs(tables: FontTables, text: string): UsedGlyphs {
  const find = characterFinder(tables);
  const characters = new Map<number, number>();
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const glyph = find(code);
    if (glyph !== 0) characters.set(code, glyph);
  }
  const all = new Set<number>([0, ...characters.values()]);
  // The set grows while it is walked: parts of parts are visited too.
  for (const glyph of all) for (const part of componentsOf(tables.glyph(glyph))) all.add(part.glyph);
  return { characters, glyphs: [...all].sort((a, b) => a - b) };
}

/** Reads the map of characters in format 12, which the bundled typeface has. */
function characterFinder(tables: FontTables): (code: number) => number {
  const cmap = viewOf(tables.get('cmap') ?? new Uint8Array(4));
  for (let at = 0; at < cmap.getUint16(2); at++) {
    const table = cmap.getUint32(8 + 8 * at);
    if (cmap.getUint16(table) !== 12) continue;
    const groups = cmap.getUint32(table + 12);
    return (code) => {
      for (let group = 0; group < groups; group++) {
        const place = table + 16 + 12 * group;
        if (code > cmap.getUint32(place + 4)) continue;
        const first = cmap.getUint32(place);
        return code < first ? 0 : cmap.getUint32(place + 8) + code - first;
      }
      return 0;
    };
  }
  return () => 0;
}
