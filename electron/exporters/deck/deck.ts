import type { ExportDocument } from '#shared/export/document.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import type { ExportWishes } from '#shared/export/wishes.ts';
import type { ExportControl } from '../export-control.ts';
import { addCover } from './add-cover.ts';
import { addPage } from './add-page.ts';
import type { DeckBase } from './base.ts';
import { ownBase } from './base.ts';
import { finishDeck } from './finish-deck.ts';

/** Writes pages as slides, onto our own empty deck or a user's template; null where it was no longer wanted. */
export async function deck(
  document: ExportDocument,
  pages: readonly ExportPage[],
  wishes: Pick<ExportWishes, 'slideSize'>,
  control: ExportControl,
  base: DeckBase = ownBase(wishes.slideSize),
): Promise<Uint8Array | null> {
  addCover(base, document, pages);
  for (const [at, page] of pages.entries()) {
    if (!(await control.goesOn(at / pages.length))) return null;
    await addPage(base, page);
  }
  return (await control.goesOn(1)) ? finishDeck(base, document) : null;
}
