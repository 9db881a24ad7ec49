import { element, textElement } from '../../open-xml/xml.ts';
import type { SlideBox } from '../geometry.ts';

/** The place a layout keeps for something: its kind and number, as the slide must repeat them. */
export interface Placeholder {
  readonly type?: string | undefined;
  readonly index?: number | undefined;
}

/** What every object on a slide says of itself. */
export interface ObjectHead {
  readonly id: number;
  /** Names the object for as long as the deck lives. */
  readonly name: string;
  /** For those who hear it. */
  readonly description?: string | undefined;
}

/** How the text of a shape looks where it differs from its layout. */
export interface TextLook {
  readonly size?: number;
  readonly isBold?: boolean;
  readonly isQuiet?: boolean;
  readonly align?: 'l' | 'ctr' | 'r';
  readonly anchor?: 't' | 'ctr' | 'b';
}

/** Writes the head of an object. */
export function headXml({ id, name, description }: ObjectHead): string {
  return element('p:cNvPr', { id, name, descr: description });
}

/** Writes the mark that ties an object to a place of its layout. */
export function placeholderXml(placeholder: Placeholder | null): string {
  return placeholder === null
    ? '<p:nvPr/>'
    : element('p:nvPr', {}, element('p:ph', { type: placeholder.type, idx: placeholder.index }));
}

/** Writes where an object stands, under the name its kind has for that. */
export function transformXml(name: 'a:xfrm' | 'p:xfrm', { x, y, width, height }: SlideBox): string {
  return element(
    name,
    {},
    element('a:off', { x: Math.round(x), y: Math.round(y) }),
    element('a:ext', { cx: Math.round(width), cy: Math.round(height) }),
  );
}

/** Writes a shape with text: in a place of the layout, or in a box of its own. */
export function textShapeXml(
  head: ObjectHead,
  paragraphs: readonly string[],
  where: { readonly placeholder: Placeholder | null; readonly box: SlideBox | null },
  look: TextLook = {},
): string {
  const isOwn = where.placeholder === null;
  const properties = where.box === null ? '' : transformXml('a:xfrm', where.box);
  return element(
    'p:sp',
    {},
    element(
      'p:nvSpPr',
      {},
      headXml(head),
      isOwn ? '<p:cNvSpPr txBox="1"/>' : '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
      placeholderXml(where.placeholder),
    ),
    element(
      'p:spPr',
      {},
      properties,
      isOwn ? '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>' : '',
    ),
    textBodyXml(paragraphs, look, isOwn),
  );
}

/** Writes the text of a shape. */
export function textBodyXml(paragraphs: readonly string[], look: TextLook, isOwn: boolean): string {
  const body = isOwn
    ? element(
        'a:bodyPr',
        { wrap: 'square', lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: look.anchor ?? 't' },
        '<a:normAutofit/>',
      )
    : element('a:bodyPr', {}, '<a:normAutofit/>');
  return element(
    'p:txBody',
    {},
    body,
    '<a:lstStyle/>',
    ...paragraphs.map((text) => paragraphXml(text, look)),
  );
}

/** Writes a paragraph. */
export function paragraphXml(text: string, { size, isBold, isQuiet, align }: TextLook = {}): string {
  const quiet =
    isQuiet === true
      ? '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="65000"/><a:lumOff val="35000"/></a:schemeClr></a:solidFill>'
      : '';
  const run = {
    lang: 'en-US',
    sz: size === undefined ? undefined : Math.round(size * 100),
    b: isBold,
  };
  return element(
    'a:p',
    {},
    align === undefined ? '' : element('a:pPr', { algn: align }),
    text === ''
      ? element('a:endParaRPr', { lang: 'en-US' })
      : element('a:r', {}, element('a:rPr', run, quiet), textElement('a:t', text)),
  );
}
