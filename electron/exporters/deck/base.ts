import { invariant } from '#shared/base/assert.ts';
import type { TemplateMapping } from '#shared/export/deck/template.ts';
import type { SlideSize } from '#shared/export/wishes.ts';
import { child, descend } from '../open-xml/dom.ts';
import { type OpenPackage, openPackage } from '../open-xml/package.ts';
import { skeletonParts } from './skeleton/skeleton.ts';
import { type DeckLayout, presentationPart, readLayouts } from './template/read-layouts.ts';
import { suggestMapping } from './template/slots.ts';

/** An empty deck that slides are added to: our own, or what is left of a template without its slides. */
export interface DeckBase {
  readonly package: OpenPackage;
  readonly presentation: string;
  readonly layouts: readonly DeckLayout[];
  readonly mapping: TemplateMapping;
  readonly slide: { readonly width: number; readonly height: number };
}

/** Makes our own empty deck. */
export function ownBase(size: SlideSize): DeckBase {
  const base = openBase(openPackage(skeletonParts(size)), null);
  invariant(base, 'our own deck has a layout');
  return base;
}

/** Looks at a deck as a base for slides; null where it has no layout to make them from. */
export function openBase(deck: OpenPackage, mapping: TemplateMapping | null): DeckBase | null {
  const presentation = presentationPart(deck);
  if (presentation === null) return null;
  const layouts = readLayouts(deck, presentation);
  const chosen = mapping ?? suggestMapping(layouts);
  return (
    chosen && { package: deck, presentation, layouts, mapping: chosen, slide: slideSize(deck, presentation) }
  );
}

function slideSize(deck: OpenPackage, presentation: string): { width: number; height: number } {
  const size = child(deck.xml(presentation).documentElement, 'p:sldSz');
  const read = (name: string, otherwise: number) => Number(size?.getAttribute(name) ?? otherwise);
  return { width: read('cx', 12_192_000), height: read('cy', 6_858_000) };
}

/** Finds the list of slides of a deck, making it in its place where there is none. */
export function slideList(deck: OpenPackage, presentation: string) {
  const document = deck.xml(presentation);
  const root = document.documentElement;
  invariant(root, 'a presentation has a root');
  const known = descend(root, 'p:sldIdLst');
  if (known !== null) return known;
  const made = document.createElementNS(root.namespaceURI, 'p:sldIdLst');
  const before = ['p:sldSz', 'p:notesSz'].map((name) => child(root, name)).find((one) => one !== null);
  root.insertBefore(made, before ?? null);
  return made;
}
