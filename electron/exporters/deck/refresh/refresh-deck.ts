import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { pageChart } from '#shared/export/deck/page-chart.ts';
import type { RefreshChanges } from '#shared/export/deck/refresh.ts';
import type { ExportDocument } from '#shared/export/document.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import type { ExportControl } from '../../export-control.ts';
import type { OpenPackage } from '../../open-xml/package.ts';
import { brokenPartFault } from '../../open-xml/parse-xml.ts';
import { coverWords, pageWords } from '../slide-words.ts';
import { openDeck } from '../template/open-deck.ts';
import { presentationPart } from '../template/read-layouts.ts';
import { type DeckObject, findObjects } from './find-objects.ts';
import { refreshArrow } from './refresh-arrows.ts';
import { type Refreshed, refreshObject } from './refresh-object.ts';
import { isWordPart, markMain, refreshWords } from './refresh-words.ts';

/** A deck with new numbers, not yet written, and what that changes. */
export interface RefreshedDeck {
  readonly bytes: Uint8Array;
  readonly changes: RefreshChanges;
}

/**
 * Puts the numbers and words of pages into a deck its user has edited: our objects are found by their names, keep place, size and
 * looks, and get new contents. Everything else in the deck stays as it is. Null where it was no longer wanted.
 */
export async function refreshDeck(
  packed: Uint8Array,
  document: ExportDocument,
  pages: readonly ExportPage[],
  control: ExportControl,
): Promise<Outcome<RefreshedDeck | null, string>> {
  const opened = openDeck(packed, 'deck');
  if (!opened.ok) return opened;
  try {
    return await refreshOpened(opened.value, document, pages, control);
  } catch (error) {
    return brokenPartFault(error);
  }
}

async function refreshOpened(
  deck: OpenPackage,
  document: ExportDocument,
  pages: readonly ExportPage[],
  control: ExportControl,
): Promise<Outcome<RefreshedDeck | null, string>> {
  const presentation = presentationPart(deck) ?? '';
  const cover = coverWords(document, pages);
  const objects = findObjects(deck, presentation, cover.page);
  const known = new Map(pages.map((page) => [page.id, page]));
  if (!objects.some(({ page }) => known.has(page))) return fail(nothingFound(objects, pages));
  const words = new Map([cover, ...pages.map(pageWords)].map((one) => [one.page, one]));
  const found: Found[] = [];
  for (const [at, object] of objects.entries()) {
    if (!(await control.goesOn(at / objects.length))) return ok(null);
    const said = words.get(object.page);
    const page = known.get(object.page);
    if (said !== undefined && isWordPart(object.part)) {
      found.push({ object, result: refreshWords(object, object.part, said) });
    } else if (page !== undefined) found.push({ object, result: await refreshObject(deck, object, page) });
    else if (said === undefined) found.push({ object, result: null });
  }
  for (const { object } of found) {
    const said = words.get(object.page);
    const isKept = (part: string) =>
      found.some(
        ({ object: one, result }) =>
          one.slide === object.slide && one.part === part && result?.kind === 'kept',
      );
    if (said !== undefined && ['chart', 'table', 'picture'].includes(object.part))
      markMain(object, said, isKept);
  }
  moveArrows(objects, known);
  return ok({ bytes: packChanged(deck), changes: changesOf(found, missingOf(objects, pages)) });
}

function moveArrows(objects: readonly DeckObject[], known: ReadonlyMap<string, ExportPage>): void {
  for (const [id, page] of known) {
    for (const slide of new Set(objects.filter((one) => one.page === id).map((one) => one.slide))) {
      refreshArrow(
        objects.filter((one) => one.page === id && one.slide === slide),
        page,
      );
    }
  }
}

/** An object with what became of it; null where this export says nothing about it. */
interface Found {
  readonly object: DeckObject;
  readonly result: Refreshed | null;
}

function changesOf(found: readonly Found[], missing: RefreshChanges['missing']): RefreshChanges {
  const told = found
    .filter(({ object }) => object.part !== 'arrow' && object.part !== 'difference')
    .map(({ object: { page, part, slide }, result }) => ({ at: { page, part, slide }, result }));
  return {
    moved: told.flatMap(({ at, result }) =>
      result?.kind === 'moved' ? [{ ...at, moves: result.moves }] : [],
    ),
    unchanged: told.flatMap(({ at, result }) => (result?.kind === 'same' ? [at] : [])),
    kept: told.flatMap(({ at, result }) => (result?.kind === 'kept' ? [{ ...at, words: result.words }] : [])),
    missing,
    untouched: told.flatMap(({ at, result }) => (result === null ? [at] : [])),
  };
}

/** Pictures that were replaced lead nowhere any more. */
function packChanged(deck: OpenPackage): Uint8Array {
  deck.dropUnreachable();
  return deck.pack();
}

/** The main object of every page that the deck does not have. */
function missingOf(objects: readonly DeckObject[], pages: readonly ExportPage[]): RefreshChanges['missing'] {
  return pages.flatMap((page) => {
    const part = page.body.kind === 'table' ? 'table' : pageChart(page.body) === null ? 'picture' : 'chart';
    const isThere = objects.some((one) => one.page === page.id && one.part === part);
    return isThere ? [] : [{ page: page.id, part, topic: page.topic }];
  });
}

function nothingFound(objects: readonly DeckObject[], pages: readonly ExportPage[]): string {
  const files = [...new Set(objects.map(({ page }) => page.slice(0, page.lastIndexOf('/'))))];
  const wanted = [...new Set(pages.map(({ id }) => id.slice(0, id.lastIndexOf('/'))))];
  return files.length === 0
    ? 'it holds nothing that Offtake wrote. Make a new deck instead'
    : `it holds pages of ${files.join(', ')}, not of ${wanted.join(', ')}`;
}
