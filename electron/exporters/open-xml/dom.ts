import type { Document, Element, Node } from '@xmldom/xmldom';
import { parseXml } from './parse-xml.ts';

/** The namespaces of Office files by the prefixes they usually have. */
export const namespaces = {
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  c: 'http://schemas.openxmlformats.org/drawingml/2006/chart',
  p: 'http://schemas.openxmlformats.org/presentationml/2006/main',
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  ct: 'http://schemas.openxmlformats.org/package/2006/content-types',
  rel: 'http://schemas.openxmlformats.org/package/2006/relationships',
  asvg: 'http://schemas.microsoft.com/office/drawing/2016/SVG/main',
} as const;

type Prefix = keyof typeof namespaces;

/** The children of a node that are elements, of one name where one is given: `p:sp`. */
export function children(node: Node, name?: string): Element[] {
  const found: Element[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    if (isElement(child) && (name === undefined || isNamed(child, name))) found.push(child);
  }
  return found;
}

/** The first child of a name. */
export function child(node: Node | null, name: string): Element | null {
  return node === null ? null : (children(node, name)[0] ?? null);
}

/** Follows names downwards, taking the first child of each. */
export function descend(node: Node | null, ...names: readonly string[]): Element | null {
  let at: Node | null = node;
  for (const name of names) at = child(at, name);
  return at !== null && isElement(at) ? at : null;
}

/** All elements of a name below a node, in the order of the text. */
export function within(node: Document | Element, name: string): Element[] {
  const [prefix, local] = split(name);
  return Array.from(node.getElementsByTagNameNS(namespaces[prefix], local));
}

/** Says whether an element has a name, whatever its prefix is. */
export function isNamed(element: Element, name: string): boolean {
  const [prefix, local] = split(name);
  return element.localName === local && element.namespaceURI === namespaces[prefix];
}

/** Reads an attribute of the relationships namespace. */
export function relationOf(element: Element, name: string): string | null {
  return element.getAttributeNS(namespaces.r, name);
}

/** Reads XML written with the usual prefixes into a document, for insertion. */
export function fragment(document: Document, xml: string): Element {
  const declared = Object.entries(namespaces)
    .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
    .join(' ');
  const holder = parseXml('fragment', `<holder ${declared}>${xml}</holder>`).documentElement;
  const [made] = holder === null ? [] : children(holder);
  if (made === undefined) throw new Error('A fragment needs an element.');
  return document.importNode(made, true);
}

/** Replaces an element by another of the same document. */
export function replace(old: Element, made: Element): void {
  old.parentNode?.replaceChild(made, old);
}

/** Takes an element out of its document. */
export function remove(element: Element): void {
  element.parentNode?.removeChild(element);
}

/** The text in and below an element. */
export function textOf(node: Node | null): string {
  return node?.textContent ?? '';
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}

function split(name: string): [Prefix, string] {
  const [prefix = '', local = ''] = name.split(':');
  return [prefix as Prefix, local];
}
