import { element, textElement, xmlHead } from '../../open-xml/xml.ts';
import { presentationNames, shapeTree } from '../skeleton/shape-tree.ts';
import { headXml, type Placeholder, placeholderXml, textBodyXml } from './shape-xml.ts';

/** Writes a slide around its objects. */
export function slideXml(objects: readonly string[]): string {
  return partXml('p:sld', objects);
}

/** Writes a page of notes: its slide, and its text. */
export function notesSlideXml(name: string, paragraphs: readonly string[], places: NotesPlaces): string {
  const image = element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      headXml({ id: 2, name: 'Slide' }),
      '<p:cNvSpPr><a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/></p:cNvSpPr>',
      placeholderXml(places.image),
    ),
    '<p:spPr/>',
  );
  const text = element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      headXml({ id: 3, name }),
      '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
      placeholderXml(places.text),
    ),
    '<p:spPr/>',
    textBodyXml(paragraphs, {}, false).replace('<a:normAutofit/>', ''),
  );
  return partXml('p:notes', [image, text]);
}

/** The places a notes master keeps for the slide and for the text. */
export interface NotesPlaces {
  readonly image: Placeholder;
  readonly text: Placeholder;
}

/** Writes the number of a slide, which the program that shows it keeps right. */
export function slideNumberXml(id: number, place: Placeholder, number: number): string {
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      headXml({ id, name: 'Slide number' }),
      '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
      placeholderXml(place),
    ),
    '<p:spPr/>',
    element(
      'p:txBody',
      {},
      '<a:bodyPr/><a:lstStyle/>',
      element(
        'a:p',
        {},
        element(
          'a:fld',
          { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
          '<a:rPr lang="en-US"/>',
          textElement('a:t', String(number)),
        ),
      ),
    ),
  );
}

function partXml(name: string, objects: readonly string[]): string {
  return (
    xmlHead +
    element(
      name,
      presentationNames,
      element('p:cSld', {}, shapeTree(...objects)),
      '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>',
    )
  );
}
