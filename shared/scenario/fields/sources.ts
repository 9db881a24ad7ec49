import { mapOf, needed, optional, record, text } from './field.ts';

/** Fields of one document that figures are taken from. */
export const sourceShape = record({
  title: needed(text(), 'Title of the document.', 'Amazon Form 10-Q Q2 2026'),
  date: optional(text('a date'), 'Day, month or year of publication.', '2026-07-31'),
  url: optional(text('a web address'), 'Where it can be read.', 'https://www.sec.gov'),
  publisher: optional(text(), 'Who published it.', 'Amazon'),
  note: optional(text(), 'Anything a reader should know about it.', 'Unaudited'),
});

/** Documents by key; a quantity names one in `source`. */
export const sourcesShape = mapOf('source', sourceShape);
