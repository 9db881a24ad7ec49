import type { Element } from '@xmldom/xmldom';
import { conditional } from '#shared/export/document.ts';
import { child, children, descend, relationOf, within } from '../../open-xml/dom.ts';
import type { OpenPackage } from '../../open-xml/package.ts';
import { type ObjectName, readObjectName } from '../object-name.ts';
import { readParagraphs } from './words.ts';

/** An object of ours in a deck. */
export interface DeckObject extends ObjectName {
  /** Number of its slide, from 1. */
  readonly slide: number;
  /** The part it stands in: the slide, or its notes. */
  readonly holder: string;
  /** The whole object: shape, frame, picture or connector. */
  readonly element: Element;
  /** Where its name stands. */
  readonly head: Element;
}

/** A thing on a slide with its name, ours or not. */
type Thing = Pick<DeckObject, 'slide' | 'holder' | 'element' | 'head'>;

const mainParts = ['chart', 'table', 'picture'];

/**
 * Finds all objects of ours in the order of the slides, inside groups too. Some programs keep no names of titles and text when they
 * save; on a slide with a chart, a table or a picture of ours those are found by what they are and say.
 */
export function findObjects(deck: OpenPackage, presentation: string, cover: string): DeckObject[] {
  return slideParts(deck, presentation).flatMap((part, at) => {
    const notes = deck
      .related(part, 'notesSlide')
      .flatMap(({ target }) => (deck.has(target) ? [target] : []));
    const things = [part, ...notes].flatMap((holder) => thingsIn(deck, holder, at + 1));
    const named = things.flatMap((thing) => {
      const name = readObjectName(thing.head.getAttribute('name') ?? '');
      return name === null ? [] : [{ ...thing, ...name }];
    });
    const main = named.find(({ part: own }) => mainParts.includes(own));
    const page = main?.page ?? named[0]?.page ?? (at === 0 ? cover : null);
    if (page === null) return named;
    const others = things.filter(({ element }) => !named.some((one) => one.element === element));
    return [
      ...named,
      ...others.flatMap((thing) => recognised(thing, page, main?.marks ?? [], part, named) ?? []),
    ];
  });
}

function thingsIn(deck: OpenPackage, holder: string, slide: number): Thing[] {
  return within(deck.xml(holder), 'p:cNvPr').flatMap((head) => {
    const element = head.parentNode?.parentNode;
    return isElement(element) ? [{ slide, holder, element, head }] : [];
  });
}

/** Recognises a text that lost its name. A cover is known by its condition alone, since nothing else of it is ours for certain. */
function recognised(
  thing: Thing,
  page: string,
  [title, note]: readonly string[],
  slidePart: string,
  named: readonly ObjectName[],
): DeckObject | null {
  const has = (part: string) => named.some((one) => one.part === part);
  const found = (part: string, mark: string | undefined) => ({
    ...thing,
    page,
    part,
    marks: mark === undefined ? [] : [mark],
  });
  if (thing.element.localName !== 'sp') return null;
  const isNote = thing.holder !== slidePart;
  const kind = descend(thing.element, 'p:nvSpPr', 'p:nvPr', 'p:ph')?.getAttribute('type') ?? '';
  const saysCondition = readParagraphs(thing.element).some((text) => text.includes(conditional));
  if (isNote)
    return kind === 'body' && saysCondition && note !== undefined && !has('note')
      ? found('note', note)
      : null;
  if ((kind === 'title' || kind === 'ctrTitle') && title !== undefined && !has('title'))
    return found('title', title);
  return saysCondition && !has('footnote') ? found('footnote', undefined) : null;
}

function isElement(node: unknown): node is Element {
  return typeof node === 'object' && node !== null && 'nodeType' in node && node.nodeType === 1;
}

/** Lists the slides of a deck in their order. */
export function slideParts(deck: OpenPackage, presentation: string): string[] {
  const list = child(deck.xml(presentation).documentElement, 'p:sldIdLst');
  const relations = new Map(deck.relations(presentation).map(({ id, target }) => [id, target]));
  return (list === null ? [] : children(list, 'p:sldId')).flatMap((entry) => {
    const part = relations.get(relationOf(entry, 'id') ?? '');
    return part !== undefined && deck.has(part) ? [part] : [];
  });
}
