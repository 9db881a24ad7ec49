import { viewOf } from './font-tables.ts';

/** Finds the places in a composite outline where other glyphs are named. */
export function componentsOf(outline: Uint8Array): { at: number; glyph: number }[] {
  const view = viewOf(outline);
  if (outline.length < 10 || view.getInt16(0) >= 0) return [];
  const found: { at: number; glyph: number }[] = [];
  let place = 10;
  for (;;) {
    const flags = view.getUint16(place);
    found.push({ at: place + 2, glyph: view.getUint16(place + 2) });
    place += flags & 0x1 ? 8 : 6;
    if (flags & 0x8) place += 2;
    else if (flags & 0x40) place += 4;
    else if (flags & 0x80) place += 8;
    if (!(flags & 0x20)) return found;
  }
}
