import { z } from 'zod';
import { slideSizes } from '#shared/export/wishes.ts';

/** More than any deck that a mail would take. */
const deckLimit = 64 * 1024 * 1024;

const measureId = z.string().max(200);
/** A question names inputs and measures, each as long as they may be, with signs spelt out. */
const pageId = z.string().max(2_000);
const place = z.int().min(0).max(4_294_967_295).nullable();
const deck = z
  .instanceof(Uint8Array)
  .refine((bytes) => bytes.length <= deckLimit, 'expected a deck of at most 64 MB');

const wishes = z.strictObject({
  charts: z.array(pageId).max(200),
  own: z.array(z.strictObject({ id: measureId, measures: z.array(measureId).max(100) })).max(100),
  period: z.enum(['month', 'quarter', 'year']),
  isCumulative: z.boolean(),
  of: measureId,
  scale: z.number().min(1).max(4),
  slideSize: z.enum(slideSizes),
  draws: z.int().min(0).max(1_000_000).nullable(),
});

const mapping = z.strictObject({
  cover: z.string().max(500).nullable(),
  page: z.string().max(500),
  body: place,
  topic: place,
  footnote: place,
});

/** Shapes of what the calls of exports take, made of those all calls share. */
export function exportShapes<S extends z.ZodType, T extends z.ZodType>(scenario: S, ticket: T) {
  const input = { ticket, scenarios: z.array(scenario).min(1).max(6), wishes };
  const format = z.string().max(40);
  return {
    save: z.strictObject({
      ...input,
      format,
      name: z.string().min(1).max(120),
      template: z.strictObject({ deck, mapping: mapping.nullable() }).nullable(),
      into: deck.nullable(),
    }),
    travels: z.strictObject({ ...input, format }),
    describe: z.strictObject({ deck }),
    changes: z.strictObject({ ...input, into: deck }),
  };
}
