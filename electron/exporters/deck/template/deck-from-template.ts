import { type Outcome, ok } from '#shared/base/outcome.ts';
import type { TemplateMapping } from '#shared/export/deck/template.ts';
import { brokenPartFault } from '../../open-xml/parse-xml.ts';
import { deck } from '../deck.ts';
import { templateBase } from './use-template.ts';

/** Writes pages as slides onto a user's template; null where it was no longer wanted, words where the template will not do. */
export async function deckFromTemplate(
  template: { readonly deck: Uint8Array; readonly mapping: TemplateMapping | null },
  ...[document, pages, wishes, control]: Parameters<typeof deck>
): Promise<Outcome<Uint8Array | null, string>> {
  const base = templateBase(template.deck, template.mapping);
  if (!base.ok) return base;
  try {
    return ok(await deck(document, pages, wishes, control, base.value));
  } catch (error) {
    // A part that nothing but the writing of slides needs, such as the master of notes.
    return brokenPartFault(error);
  }
}
