import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { curveRange } from '#shared/export/drawing/curve-items.ts';
import type { Curve } from '#shared/export/pages/page.ts';

const curve = (values: readonly number[]): Curve => ({
  ...{ unit: 'GW', prefix: '', suffix: '', label: 'Power' },
  across: { label: 'Slip', values: values.map((_, at) => at), texts: values.map(String) },
  values,
  band: null,
  target: null,
});

it('has every value of a curve on its axis, of one that never changes as well', () => {
  const figure = fc
    .double({ min: -1e6, max: 1e6, noNaN: true })
    .filter((value) => value === 0 || Math.abs(value) > 1e-6);
  const same = fc
    .tuple(figure, fc.integer({ min: 1, max: 5 }))
    .map(([value, count]) => new Array<number>(count).fill(value));
  const values = fc.oneof(same, fc.array(figure, { minLength: 1, maxLength: 6 }));
  fc.assert(
    fc.property(values, (figures) => {
      const { min, max } = curveRange(curve(figures));
      const slack = (max - min) * 1e-6;
      expect(Math.min(...figures)).toBeGreaterThanOrEqual(min - slack);
      expect(Math.max(...figures)).toBeLessThanOrEqual(max + slack);
    }),
    { seed: 7 },
  );
});
