import { DOMParser, type Document, type Element, onErrorStopParsing } from '@xmldom/xmldom';
import { strFromU8, unzipSync } from 'fflate';

/** A package as a checker sees it. */
export interface CheckedPackage {
  readonly names: readonly string[];
  readonly text: (name: string) => string;
  readonly bytes: (name: string) => Uint8Array;
  readonly xml: (name: string) => Document;
  readonly typeOf: (name: string) => string | null;
  /** Relations of a part; '' is the package itself. */
  readonly relations: (part: string) => readonly CheckedRelation[];
}

export interface CheckedRelation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
  readonly raw: string;
  readonly isExternal: boolean;
}

/** Opens a package with code of its own, so that a fault of the writer is not repeated by the reader. */
export function readParts(packed: Uint8Array): CheckedPackage {
  const files = unzipSync(packed);
  const parsed = new Map<string, Document>();
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const xml = (name: string) => {
    const known =
      parsed.get(name) ??
      new DOMParser({ onError: onErrorStopParsing }).parseFromString(text(name), 'text/xml');
    parsed.set(name, known);
    return known;
  };
  const types = rootChildren(xml('[Content_Types].xml'));
  return {
    names: Object.keys(files),
    text,
    bytes: (name) => files[name] ?? new Uint8Array(),
    xml,
    typeOf: (name) => {
      const own = types.find((one) => one.getAttribute('PartName') === `/${name}`);
      const extension = name.split('.').at(-1)?.toLowerCase();
      const standing = types.find((one) => one.getAttribute('Extension')?.toLowerCase() === extension);
      return (own ?? standing)?.getAttribute('ContentType') ?? null;
    },
    relations: (part) => {
      const slash = part.lastIndexOf('/') + 1;
      const list = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
      if (!(list in files)) return [];
      return rootChildren(xml(list)).map((entry) => {
        const raw = entry.getAttribute('Target') ?? '';
        return {
          id: entry.getAttribute('Id') ?? '',
          type: entry.getAttribute('Type') ?? '',
          raw,
          target: new URL(raw, `http://x/${part}`).pathname.slice(1),
          isExternal: entry.getAttribute('TargetMode') === 'External',
        };
      });
    },
  };
}

/** The elements right below the root. */
export function rootChildren(document: Document): Element[] {
  return document.documentElement === null ? [] : elements(document.documentElement);
}

/** The elements right below another. */
export function elements(parent: Element): Element[] {
  return Array.from(parent.childNodes).filter((node): node is Element => node.nodeType === 1);
}

const prefixes: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://schemas.openxmlformats.org/drawingml/2006/chart': 'c',
  'http://schemas.openxmlformats.org/presentationml/2006/main': 'p',
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main': 'x',
  'http://schemas.microsoft.com/office/drawing/2016/SVG/main': 'asvg',
};

/** The name of an element with the usual prefix of its namespace. */
export function nameOf(element: Element): string {
  return `${prefixes[element.namespaceURI ?? ''] ?? element.namespaceURI}:${element.localName}`;
}

/** Every element of a usual name in a part. */
export function all(document: Document, name: string): Element[] {
  const [prefix, local = ''] = name.split(':');
  const uri = Object.keys(prefixes).find((one) => prefixes[one] === prefix) ?? null;
  return Array.from(document.getElementsByTagNameNS(uri, local));
}
