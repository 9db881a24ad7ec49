import { type Document, XMLSerializer } from '@xmldom/xmldom';
import { createRelations, type Relations } from './package-relations.ts';
import { createContentTypes } from './package-types.ts';
import { parseXml } from './parse-xml.ts';
import { zipParts } from './zip-parts.ts';

/** An Office file that is being changed: its parts, and what they are to one another. */
export interface OpenPackage extends Relations {
  readonly names: () => string[];
  readonly has: (name: string) => boolean;
  readonly bytes: (name: string) => Uint8Array | undefined;
  /** Parses a part; changes made to the document are written when the package is packed. */
  readonly xml: (name: string) => Document;
  readonly put: (name: string, content: string | Uint8Array, type?: string) => void;
  readonly remove: (name: string) => void;
  readonly typeOf: (name: string) => string | null;
  readonly setType: (name: string, type: string) => void;
  /** Finds a name that is free: `ppt/charts/chart`, `.xml` gives the first with a number. */
  readonly freeName: (start: string, end: string) => string;
  /** Drops every part that nothing leads to any more. */
  readonly dropUnreachable: () => void;
  readonly pack: () => Uint8Array;
}

/** Opens a package over its parts, which are changed in place. */
export function openPackage(parts: Map<string, string | Uint8Array>): OpenPackage {
  const documents = new Map<string, Document>();
  const xml = (name: string): Document => {
    const known = documents.get(name);
    if (known !== undefined) return known;
    const document = parseXml(name, parts.get(name) ?? '');
    documents.set(name, document);
    return document;
  };
  const remove = (name: string) => {
    parts.delete(name);
    documents.delete(name);
  };
  const put = (name: string, content: string | Uint8Array) => {
    documents.delete(name);
    parts.set(name, content);
  };
  const types = createContentTypes(() => xml('[Content_Types].xml'));
  const relations = createRelations({ has: (name) => parts.has(name), xml, put });
  return {
    ...relations,
    names: () => [...parts.keys()],
    has: (name) => parts.has(name),
    bytes: (name) => {
      const content = parts.get(name);
      return typeof content === 'string' ? Buffer.from(content) : content;
    },
    xml,
    put: (name, content, type) => {
      put(name, content);
      if (type !== undefined) types.set(name, type);
    },
    remove: (name) => {
      remove(name);
      types.forget(name);
    },
    typeOf: types.find,
    setType: types.set,
    freeName: (start, end) => {
      let number = 1;
      while (parts.has(`${start}${number}${end}`)) number += 1;
      return `${start}${number}${end}`;
    },
    dropUnreachable: () => {
      const kept = relations.reachable();
      for (const name of [...parts.keys()]) {
        if (kept.has(name)) continue;
        remove(name);
        types.forget(name);
      }
    },
    pack: () => {
      const serializer = new XMLSerializer();
      const packed = new Map(parts);
      for (const [name, document] of documents) packed.set(name, serializer.serializeToString(document));
      return zipParts(packed);
    },
  };
}
