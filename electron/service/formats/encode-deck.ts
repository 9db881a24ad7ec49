import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { Encoder } from './export-work.ts';

/** Writes slides: a deck of our own, one made from a template, or new contents for one written before. */
export const encodeDeck: Encoder = async ({ document, pages, wishes, control, template, into }) => {
  const made = pages();
  if (!made.ok) return made;
  if (into !== null) {
    const { refreshDeck } = await import('../../exporters/deck/refresh/refresh-deck.ts');
    const refreshed = await refreshDeck(into, document, made.value, control);
    return refreshed.ok
      ? written(refreshed.value?.bytes ?? null)
      : refusal('The deck cannot be refreshed', refreshed.error);
  }
  if (template === null) {
    const { deck } = await import('../../exporters/deck/deck.ts');
    return written(await deck(document, made.value, wishes, control));
  }
  const { deckFromTemplate } = await import('../../exporters/deck/template/deck-from-template.ts');
  const onto = await deckFromTemplate(template, document, made.value, wishes, control);
  return onto.ok ? written(onto.value) : refusal('The template cannot be used', onto.error);
};

/** Says why a deck is refused, as a sentence. */
export function refusal(what: string, why: string): { ok: false; error: Fault } {
  return fail({ kind: 'refused', message: `${what}: ${why}.` });
}

function written(bytes: Uint8Array | null): Outcome<Uint8Array, Fault> {
  return bytes === null ? fail({ kind: 'cancelled' }) : ok(bytes);
}
