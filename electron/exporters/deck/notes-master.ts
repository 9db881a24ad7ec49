import { invariant } from '#shared/base/assert.ts';
import { child, children, descend, namespaces } from '../open-xml/dom.ts';
import type { DeckBase } from './base.ts';
import { notesMasterXml } from './skeleton/notes-master-xml.ts';
import { themeXml } from './skeleton/theme-xml.ts';
import type { Placeholder } from './slide/shape-xml.ts';
import type { NotesPlaces } from './slide/slide-xml.ts';

/** Finds the master of the notes and the places it keeps; a deck without one gets ours. */
export function ensureNotesMaster(base: DeckBase): { part: string; places: NotesPlaces } {
  const { package: deck, presentation } = base;
  const part = deck.related(presentation, 'notesMaster')[0]?.target ?? addNotesMaster(base);
  const tree = descend(deck.xml(part).documentElement, 'p:cSld', 'p:spTree');
  const places = (tree === null ? [] : children(tree, 'p:sp')).flatMap((shape) => {
    const place = descend(shape, 'p:nvSpPr', 'p:nvPr', 'p:ph');
    return place === null ? [] : [place];
  });
  const find = (type: string, otherwise: number): Placeholder => {
    const place = places.find((one) => one.getAttribute('type') === type);
    const index = place?.getAttribute('idx');
    return { type, index: place ? (index ? Number(index) : undefined) : otherwise };
  };
  return { part, places: { image: find('sldImg', 2), text: find('body', 3) } };
}

function addNotesMaster({ package: deck, presentation }: DeckBase): string {
  const part = deck.freeName('ppt/notesMasters/notesMaster', '.xml');
  const theme = deck.freeName('ppt/theme/theme', '.xml');
  deck.put(
    part,
    notesMasterXml(),
    'application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml',
  );
  deck.put(theme, themeXml('Offtake notes'), 'application/vnd.openxmlformats-officedocument.theme+xml');
  deck.relate(part, 'theme', theme);
  const document = deck.xml(presentation);
  const root = document.documentElement;
  invariant(root, 'a presentation has a root');
  const list = document.createElementNS(namespaces.p, 'p:notesMasterIdLst');
  const entry = document.createElementNS(namespaces.p, 'p:notesMasterId');
  entry.setAttributeNS(namespaces.r, 'r:id', deck.relate(presentation, 'notesMaster', part));
  list.appendChild(entry);
  // The order of the lists is fixed: masters, notes masters, then everything else.
  root.insertBefore(list, child(root, 'p:sldMasterIdLst')?.nextSibling ?? root.firstChild);
  return part;
}
