import { z } from 'zod';

const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'expected a month such as 2030-12');
const measure = z.string().min(1).max(200);

/** Shapes of what the calls of a comparison take, made of those all calls share. */
export function comparisonShapes<S extends z.ZodType, T extends z.ZodType>(scenario: S, ticket: T) {
  const pair = { ticket, base: scenario, other: scenario, measure, at: month };
  return {
    inputs: z.strictObject({ base: scenario, others: z.array(scenario).min(1).max(5) }),
    outcomes: z
      .strictObject({
        ticket,
        scenarios: z.array(scenario).min(2).max(6),
        base: z.int().min(0).max(5),
        measures: z.array(measure).min(1).max(40),
        at: z.array(month).max(60).nullable(),
        focus: z.strictObject({ measure, at: month.nullable() }).nullable(),
        draws: z.int().min(1).max(1_000_000).exactOptional(),
      })
      .refine(
        ({ base, scenarios }) => base < scenarios.length,
        'base: expected the place of one of the scenarios',
      ),
    bridge: z.strictObject({
      ...pair,
      grouping: z.enum(['input', 'deal', 'theme', 'tag']),
      statistic: z.enum(['central', 'mean', 'p5', 'p50', 'p95']),
      draws: z.int().min(64).max(100_000).exactOptional(),
    }),
    corners: z.strictObject(pair),
  };
}
