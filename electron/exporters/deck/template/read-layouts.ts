import type { Element } from '@xmldom/xmldom';
import { child, children, descend, relationOf } from '../../open-xml/dom.ts';
import type { OpenPackage } from '../../open-xml/package.ts';
import type { SlideBox } from '../geometry.ts';

/** A layout of a deck as slides are made from it. */
export interface DeckLayout {
  readonly part: string;
  readonly name: string;
  readonly places: readonly DeckPlace[];
}

/** A place of a layout: what it is for, its number, and where it stands, taken from the master where the layout does not say. */
export interface DeckPlace {
  readonly name: string;
  readonly kind: string;
  readonly index: number | null;
  readonly box: SlideBox | null;
}

/** Finds the main part of a presentation; null where the package is something else. */
export function presentationPart(deck: OpenPackage): string | null {
  return deck.related('', 'officeDocument')[0]?.target ?? null;
}

/** Lists the layouts of all masters of a deck in the order in which programs show them; names met before get a number. */
export function readLayouts(deck: OpenPackage, presentation: string): DeckLayout[] {
  const met = new Map<string, number>();
  return listed(deck, presentation, 'p:sldMasterIdLst').flatMap((master) => {
    const standing = placesOf(deck, master, []);
    return listed(deck, master, 'p:sldLayoutIdLst').map((layout) => {
      const name = descend(deck.xml(layout).documentElement, 'p:cSld')?.getAttribute('name') ?? '';
      const count = (met.get(name) ?? 0) + 1;
      met.set(name, count);
      return {
        part: layout,
        name: count > 1 ? `${name} (${count})` : name,
        places: placesOf(deck, layout, standing),
      };
    });
  });
}

/** Follows a list of ids to the parts it names. */
function listed(deck: OpenPackage, part: string, list: string): string[] {
  const entries = child(deck.xml(part).documentElement, list);
  const relations = new Map(deck.relations(part).map(({ id, target }) => [id, target]));
  return (entries === null ? [] : children(entries)).flatMap((entry) => {
    const target = relations.get(relationOf(entry, 'id') ?? '');
    return target !== undefined && deck.has(target) ? [target] : [];
  });
}

function placesOf(deck: OpenPackage, part: string, standing: readonly DeckPlace[]): DeckPlace[] {
  const tree = descend(deck.xml(part).documentElement, 'p:cSld', 'p:spTree');
  return (tree === null ? [] : children(tree)).flatMap((shape) => placeOf(shape, standing) ?? []);
}

function placeOf(shape: Element, standing: readonly DeckPlace[]): DeckPlace | null {
  const head = children(shape).find(({ localName }) => localName?.startsWith('nv'));
  const place = head ? descend(head, 'p:nvPr', 'p:ph') : null;
  if (!head || place === null) return null;
  const kind = place.getAttribute('type') ?? 'obj';
  // What states no number has the number 0, but for titles, of which there is one.
  const index = place.getAttribute('idx') ?? (isTitle(kind) ? null : '0');
  return {
    name: child(head, 'p:cNvPr')?.getAttribute('name') ?? '',
    kind,
    index: index === null ? null : Number(index),
    box: boxOf(shape) ?? standing.find((one) => masterKind(one.kind) === masterKind(kind))?.box ?? null,
  };
}

function isTitle(kind: string): boolean {
  return kind === 'title' || kind === 'ctrTitle';
}

/** A layout takes what it does not say from the place of the master that is of the same kind; there are only five. */
function masterKind(kind: string): string {
  if (kind === 'ctrTitle') return 'title';
  return ['title', 'dt', 'ftr', 'sldNum'].includes(kind) ? kind : 'body';
}

/** Reads where a shape stands. */
export function boxOf(shape: Element): SlideBox | null {
  const transform = descend(shape, 'p:spPr', 'a:xfrm') ?? child(shape, 'p:xfrm');
  const offset = child(transform, 'a:off');
  const extent = child(transform, 'a:ext');
  if (offset === null || extent === null) return null;
  const number = (element: Element, name: string) => Number(element.getAttribute(name) ?? 0);
  return {
    x: number(offset, 'x'),
    y: number(offset, 'y'),
    width: number(extent, 'cx'),
    height: number(extent, 'cy'),
  };
}
