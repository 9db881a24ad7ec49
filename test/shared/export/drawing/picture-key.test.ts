import { describe, expect, it } from 'vitest';
import { toneColours } from '#shared/export/drawing/colours.ts';
import type { Label } from '#shared/export/drawing/drawing.ts';
import { pictureKey } from '#shared/export/drawing/picture-key.ts';
import { manySeries } from '../../../support/many-series.ts';

const colours = { tones: toneColours, surface: '#ffffff', ink: '#000000' };
const room = { left: 10, top: 20, width: 300 };

describe('pictureKey', () => {
  it('names every series once, within its room, and says where it ends', () => {
    const view = manySeries(13, 12);
    const { items, bottom } = pictureKey(view, colours, room);
    const labels = items.filter((item): item is Label => item.kind === 'label');
    expect(labels.map(({ text }) => text)).toEqual(view.series.map(({ label }) => label));
    for (const { x, y } of labels) {
      expect(x).toBeGreaterThan(room.left);
      expect(x).toBeLessThan(room.left + room.width);
      expect(y).toBeLessThan(bottom);
    }
  });

  it('shows no two alike, colours aside', () => {
    const samples = [manySeries(13, 0), manySeries(0, 32)].map((view) => {
      const each = new Map<number, string>();
      let at = 0;
      for (const item of pictureKey(view, colours, { left: 0, top: 0, width: 1 }).items) {
        if (item.kind === 'label') at += 1;
        else {
          const { fill: _fill, stroke: _stroke, path, ...look } = item;
          // Each stands on a line of its own: what tells them apart must not be where they stand.
          const moved = path.map((step) =>
            step.map((part, place) => (place > 0 && place % 2 === 0 ? Number(part) - at * 16 : part)),
          );
          each.set(at, (each.get(at) ?? '') + JSON.stringify([moved, look]));
        }
      }
      return [...each.values()];
    });
    expect(samples.map((one) => one.length)).toEqual([13, 32]);
    for (const one of samples) expect(new Set(one).size).toBe(one.length);
  });
});
