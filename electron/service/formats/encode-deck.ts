import { fail, ok } from '#shared/base/outcome.ts';
import type { Encoder } from './export-work.ts';

/** Writes slides. */
export const encodeDeck: Encoder = async ({ document, pages, wishes, control }) => {
  const made = pages();
  if (!made.ok) return made;
  const { deck } = await import('../../exporters/deck/deck.ts');
  const bytes = await deck(document, made.value, wishes, control);
  return bytes === null ? fail({ kind: 'cancelled' }) : ok(bytes);
};
