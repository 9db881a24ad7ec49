import { z } from 'zod';

/** Steps of a history that still reach the service; whoever keeps one bounds it well below. */
const stepsLimit = 2_000;

const step = (text: z.ZodString) =>
  z.strictObject({
    from: z.int().min(0),
    removed: text,
    inserted: text,
    continues: z.boolean(),
    when: z.number(),
  });

/** Makes the shape of a history of texts. */
export function historyShape(text: z.ZodString) {
  const steps = z.array(step(text)).max(stepsLimit);
  return z.strictObject({ text, past: steps, future: steps });
}

/** What the calls for journals and versions take beside the id and the text of a file. */
export const safetyShapes = {
  journal: z.strictObject({ key: z.string().regex(/^[0-9a-z-]{8,80}$/) }),
  number: z.int().min(1).max(9_999_999_999),
  name: z.string().min(1).max(120).nullable(),
} as const;
