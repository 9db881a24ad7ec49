import { describe, expect, it } from 'vitest';
import { areaLook, dashLengths, lineLook, textureLines } from '#shared/view/series-look.ts';

const places = (count: number) => Array.from({ length: count }, (_, at) => at);

describe('areaLook', () => {
  it('tells thirteen areas apart without colour, and a hundred with it', () => {
    const textures = places(13).map((at) => JSON.stringify(textureLines[areaLook(at).texture]));
    expect(new Set(textures).size).toBe(13);
    const looks = places(104).map((at) => `${areaLook(at).tone} ${areaLook(at).texture}`);
    expect(new Set(looks).size).toBe(104);
  });

  it('leaves a single area plain', () => {
    expect(textureLines[areaLook(0).texture]).toEqual([]);
  });
});

describe('lineLook', () => {
  it('tells thirty-two lines apart without colour, the first eight by their dash alone', () => {
    const looks = places(32).map(lineLook);
    const dashes = looks.map(({ dash }) => JSON.stringify(dashLengths[dash]));
    expect(new Set(dashes.slice(0, 8)).size).toBe(8);
    expect(looks.slice(0, 8).some((look) => 'marker' in look)).toBe(false);
    const all = looks.map((look, at) => `${dashes[at]} ${'marker' in look ? look.marker : ''}`);
    expect(new Set(all).size).toBe(32);
  });

  it('begins solid, dashed, dotted, and gives dash and gap in turn', () => {
    expect(places(3).map((at) => lineLook(at).dash)).toEqual(['solid', 'dashed', 'dotted']);
    for (const lengths of Object.values(dashLengths)) {
      expect((lengths?.length ?? 0) % 2).toBe(0);
      expect(lengths?.every((length) => length > 0) ?? true).toBe(true);
    }
  });
});
