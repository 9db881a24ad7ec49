import { z } from 'zod';
import { pointDraws } from '#shared/view/analysis/usual-wishes.ts';

const measure = z.string().min(1).max(200);
const key = z.string().min(1).max(300);
const finite = z.number();
const month = z.int().min(0).max(360).nullable();

/** Of one point that is tried. */
const draws = z.int().min(pointDraws.fewest).max(pointDraws.most);

const axis = z.strictObject({
  input: key,
  low: finite.exactOptional(),
  high: finite.exactOptional(),
  steps: z.int().min(2).max(200),
});

/** What each analysis takes beside its ticket and its scenario. */
export const analysisShapes = {
  sensitivity: {
    of: measure,
    at: month,
    method: z.enum(['rank', 'tornado', 'sobol']),
    isByMonth: z.boolean(),
    rows: z.int().min(64).max(65_536).exactOptional(),
  },
  seek: {
    of: measure,
    at: month,
    input: key,
    target: finite,
    low: finite.exactOptional(),
    high: finite.exactOptional(),
    inDraws: z
      .strictObject({
        share: z.number().min(0.001).max(0.999),
        side: z.enum(['at-least', 'at-most']),
        draws,
      })
      .nullable(),
  },
  sweep: { of: measure, at: month, first: axis, second: axis.nullable(), draws: draws.exactOptional() },
  distribution: {
    of: measure,
    at: month,
    condition: z.strictObject({ comparison: z.enum(['at-least', 'at-most']), value: finite }).nullable(),
  },
  actuals: { measures: z.array(measure).max(200) },
  sources: { measures: z.array(measure).min(1).max(50), at: month },
};
