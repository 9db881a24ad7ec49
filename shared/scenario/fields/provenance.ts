import {
  choice,
  defaulted,
  flag,
  listOf,
  literal,
  needed,
  optional,
  record,
  reference,
  text,
} from './field.ts';

const confidence = choice({
  high: 'The issuer says so, or two independent routes agree.',
  medium: 'One good route.',
  low: 'One weak route, or sources conflict.',
});

/** Fields of one of several figures that sources give for the same quantity. */
export const reportedShape = record({
  value: needed(literal, 'The figure, in the unit of the quantity.', '$4B'),
  source: optional(reference('source'), 'Key of the document it is in.', 'techcrunch-2026-04-21'),
  date: optional(text('a date'), 'When it was said.', '2026-04-21'),
  note: optional(text(), 'Remark for the reader.', 'first cheque only'),
  confidence: optional(confidence, 'How far it is trusted.', 'medium'),
});

/** Keys that say where a quantity comes from; they stand beside `value`, or beside the fields of a section. */
export const provenanceFields = {
  source: optional(reference('source'), 'Key of the document the figure is taken from.', 'amazon-10q-2026q2'),
  date: optional(text('a date'), 'When it was said or measured.', '2026-06-30'),
  note: optional(text(), 'Remark that travels with the figure to hover, table and slide.', 'at cost'),
  confidence: optional(confidence, 'How far the figure is trusted.', 'high'),
  status: optional(
    choice({
      announced: 'Said in public, not known to be signed.',
      'letter-of-intent': 'A letter of intent.',
      binding: 'In a signed contract.',
      reported: 'Reported by others.',
      assumption: 'Assumed here.',
    }),
    'How firm the figure is.',
    'binding',
  ),
  basis: optional(
    choice({
      'vendor-stated': 'Stated by the vendor.',
      estimate: 'An estimate by a named third party.',
      assumption: 'Assumed here.',
      filing: 'In a regulatory filing.',
      press: 'In the press.',
    }),
    'What kind of statement it rests on.',
    'filing',
  ),
  decision: optional(flag, 'True for something a party chooses; everything else is a belief.', 'true'),
  reported: optional(
    listOf(reportedShape),
    'Figures that sources give; with `value: reported` they are the distribution.',
    '[ { value: $4B, source: press } ]',
  ),
  weights: defaulted(
    choice({
      equal: 'Every reported figure counts the same.',
      confidence: 'High counts 3, medium 2, low 1.',
    }),
    'equal',
    'How reported figures are weighed when they are the distribution.',
  ),
} as const;

/** Fields of a value written long; the value itself has the shape of the field it stands at. */
export const longValueShape = record({
  value: needed(literal, 'The quantity itself, or `reported`.', '30 to 60 %'),
  ...provenanceFields,
});
