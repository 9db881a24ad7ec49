import { z } from 'zod';
import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { analysisShapes } from './analysis-shapes.ts';
import { comparisonShapes } from './comparison-shapes.ts';
import { exportShapes } from './export-shapes.ts';
import type { Fault } from './fault.ts';
import type { Decoders } from './host.ts';
import { historyShape, safetyShapes } from './safety-shapes.ts';

// The page's content policy forbids code made from text, which zod would otherwise try for speed.
z.config({ jitless: true });

/** Characters of a text that still reach the reader, which knows its own, smaller limit and says it in better words. */
const textLimit = 2_000_000;
const fileCountLimit = 100;
const measureCountLimit = 2_000;
const knownCountLimit = 50;

const empty = z.strictObject({});
const id = z.string().min(1).max(255);
const text = z.string().max(textLimit);
const ticket = z.int().min(0);
const revision = z.string().max(128);
const scenario = z.strictObject({
  id,
  text,
  files: z
    .record(id, text)
    .refine(
      (files) => Object.keys(files).length <= fileCountLimit,
      `expected at most ${fileCountLimit} files`,
    ),
});
const layoutText = z.string().max(200_000);
const settings = z.strictObject({
  theme: z.enum(['system', 'light', 'dark', 'high-contrast']),
  recent: z.array(id).max(100),
  layout: z.record(z.string().max(200), layoutText),
});

const exported = exportShapes(scenario, ticket);
const comparison = comparisonShapes(scenario, ticket);
const history = historyShape(text);

/** Reads unknown data as the history of a text. */
export const decodeHistory = decode(history);

/** Reads unknown data as the program's settings. */
export const decodeSettings = decode(settings);

/** Reads untrusted input as the input of each call; anything else is an `invalid-call` that names the field. */
export const decoders: Decoders = {
  'app.describe': decode(empty),
  'app.opening': decode(empty),
  'scenario.list': decode(empty),
  'scenario.open': decode(z.strictObject({ id })),
  'scenario.save': decode(z.strictObject({ id, text, basedOn: revision })),
  'scenario.pick': decode(empty),
  'scenario.save-as': decode(z.strictObject({ suggested: id, text })),
  'scenario.reveal': decode(z.strictObject({ id })),
  'scenario.create': decode(z.strictObject({ id, text })),
  'scenario.rename-effects': decode(z.strictObject({ id, to: id })),
  'scenario.rename': decode(z.strictObject({ id, to: id })),
  'scenario.remove': decode(z.strictObject({ id })),
  'scenario.companions': decode(z.strictObject({ id, text })),
  'library.choose': decode(empty),
  'library.layout': decode(empty),
  'library.keep-layout': decode(z.strictObject({ layout: layoutText })),
  'library.import': decode(z.strictObject({ name: id, text })),
  'projection.run': decode(z.strictObject({ ticket, scenario })),
  'projection.follow': decode(
    z.strictObject({ ticket, scenario, known: z.array(z.string().max(64)).max(knownCountLimit) }),
  ),
  'simulation.run': decode(
    z.strictObject({
      ticket,
      scenario,
      measures: z.array(z.string().max(200)).max(measureCountLimit),
      draws: z.int().min(1).max(1_000_000).exactOptional(),
      rests: z.boolean().exactOptional(),
    }),
  ),
  'simulation.shard': decode(
    z.strictObject({
      ticket,
      scenario,
      measures: z.array(z.string().max(200)).max(measureCountLimit),
      draws: z.int().min(1).max(100_000_000).exactOptional(),
      shard: z
        .strictObject({ index: z.int().min(1), of: z.int().min(1).max(100_000) })
        .refine(({ index, of }) => index <= of, 'expected a shard no further than the last'),
    }),
  ),
  'analysis.inputs': decode(z.strictObject({ ticket, scenario })),
  'analysis.sensitivity': decode(z.strictObject({ ticket, scenario, ...analysisShapes.sensitivity })),
  'analysis.seek': decode(z.strictObject({ ticket, scenario, ...analysisShapes.seek })),
  'analysis.sweep': decode(z.strictObject({ ticket, scenario, ...analysisShapes.sweep })),
  'analysis.distribution': decode(z.strictObject({ ticket, scenario, ...analysisShapes.distribution })),
  'analysis.actuals': decode(z.strictObject({ ticket, scenario, ...analysisShapes.actuals })),
  'analysis.sources': decode(z.strictObject({ ticket, scenario, ...analysisShapes.sources })),
  'compare.inputs': decode(comparison.inputs),
  'compare.outcomes': decode(comparison.outcomes),
  'compare.bridge': decode(comparison.bridge),
  'compare.corners': decode(comparison.corners),
  'work.cancel': decode(z.strictObject({ ticket })),
  'export.save': decode(exported.save),
  'export.travels': decode(exported.travels),
  'deck.describe': decode(exported.describe),
  'deck.changes': decode(exported.changes),
  'journal.note': decode(z.strictObject({ id, text, revision: revision.nullable(), base: text.nullable() })),
  'journal.clear': decode(z.strictObject({ id })),
  'journal.list': decode(empty),
  'journal.read': decode(safetyShapes.journal),
  'journal.take': decode(safetyShapes.journal),
  'journal.discard': decode(safetyShapes.journal),
  'history.read': decode(z.strictObject({ id })),
  'history.keep': decode(z.strictObject({ id, history })),
  'versions.list': decode(z.strictObject({ id })),
  'versions.read': decode(z.strictObject({ id, number: safetyShapes.number })),
  'versions.keep': decode(z.strictObject({ id, text, name: safetyShapes.name })),
  'versions.name': decode(z.strictObject({ id, number: safetyShapes.number, name: safetyShapes.name })),
  'app.diagnostics': decode(empty),
  'settings.read': decode(empty),
  'settings.write': decode(z.strictObject({ settings })),
};

function decode<T>(schema: z.ZodType<T>): (raw: unknown) => Outcome<T, Fault> {
  return (raw) => {
    const result = schema.safeParse(raw);
    if (result.success) return ok(result.data);
    const issue = result.error.issues[0];
    const field = issue?.path.join('.') || 'the input';
    return fail({ kind: 'invalid-call', message: `${field}: ${issue?.message ?? 'cannot be read'}` });
  };
}
