import { children, namespaces } from '../open-xml/dom.ts';
import type { OpenPackage } from '../open-xml/package.ts';
import { type DeckBase, slideList } from './base.ts';
import { ensureNotesMaster } from './notes-master.ts';
import { notesSlideXml, slideXml } from './slide/slide-xml.ts';

const presentation = 'application/vnd.openxmlformats-officedocument.presentationml';
const leastSlideId = 256;

/** A slide being put together. */
export interface SlideDraft {
  readonly part: string;
  readonly package: OpenPackage;
  /** Number of the slide in the deck, from 1. */
  readonly number: number;
  readonly add: (object: (id: number) => string, ids?: number) => void;
}

/** Adds a slide of a layout with its objects and its note. */
export async function addSlide(
  base: DeckBase,
  layout: string,
  note: { readonly name: string; readonly paragraphs: readonly string[] },
  fill: (slide: SlideDraft) => void | Promise<void>,
): Promise<void> {
  const { package: deck } = base;
  const part = deck.freeName('ppt/slides/slide', '.xml');
  const list = slideList(deck, base.presentation);
  deck.put(part, '', `${presentation}.slide+xml`);
  deck.relate(part, 'slideLayout', layout);
  const objects: string[] = [];
  let nextId = 2;
  await fill({
    part,
    package: deck,
    number: children(list).length + 1,
    add: (object, ids = 1) => {
      objects.push(object(nextId));
      nextId += ids;
    },
  });
  deck.put(part, slideXml(objects), `${presentation}.slide+xml`);
  addNote(base, part, note);
  const entry = deck.xml(base.presentation).createElementNS(namespaces.p, 'p:sldId');
  const ids = children(list).map((one) => Number(one.getAttribute('id')));
  entry.setAttribute('id', String(Math.max(leastSlideId - 1, ...ids) + 1));
  entry.setAttributeNS(namespaces.r, 'r:id', deck.relate(base.presentation, 'slide', part));
  list.appendChild(entry);
}

function addNote(
  base: DeckBase,
  slide: string,
  note: { readonly name: string; readonly paragraphs: readonly string[] },
): void {
  const { package: deck } = base;
  const master = ensureNotesMaster(base);
  const part = deck.freeName('ppt/notesSlides/notesSlide', '.xml');
  deck.put(part, notesSlideXml(note.name, note.paragraphs, master.places), `${presentation}.notesSlide+xml`);
  deck.relate(part, 'notesMaster', master.part);
  deck.relate(part, 'slide', slide);
  deck.relate(slide, 'notesSlide', part);
}
