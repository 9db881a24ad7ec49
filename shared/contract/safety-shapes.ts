import { z } from 'zod';

/** What the calls for journals and versions take beside the id and the text of a file. */
export const safetyShapes = {
  journal: z.strictObject({ key: z.string().regex(/^[0-9a-z-]{8,80}$/) }),
  number: z.int().min(1).max(9_999_999_999),
  name: z.string().min(1).max(120).nullable(),
} as const;
