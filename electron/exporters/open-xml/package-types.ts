import type { Document, Element } from '@xmldom/xmldom';
import { extensionOf } from './content-types.ts';
import { children, namespaces } from './dom.ts';

/** The types of the parts of a package, over its own list. */
export interface ContentTypes {
  readonly find: (name: string) => string | null;
  readonly set: (name: string, type: string) => void;
  readonly forget: (name: string) => void;
}

/** Opens the list of types of a package. */
export function createContentTypes(list: () => Document): ContentTypes {
  const entries = (kind: 'Default' | 'Override') => {
    const root = list().documentElement;
    return root === null ? [] : children(root, `ct:${kind}`);
  };
  /** By name and by extension, for as long as the list is as it was: it may be long, and every part is looked up in it. */
  let index: ReadonlyMap<string, Element> | null = null;
  const look = (key: string): Element | undefined => {
    index ??= new Map(
      [...entries('Override'), ...entries('Default')]
        .reverse()
        .map((entry) => [
          keyOf(entry.getAttribute('PartName') ?? entry.getAttribute('Extension') ?? ''),
          entry,
        ]),
    );
    return index.get(keyOf(key));
  };
  const override = (name: string) => look(`/${name}`);
  const byExtension = (name: string) => look(extensionOf(name));
  const add = (kind: 'Default' | 'Override', attributes: Readonly<Record<string, string>>) => {
    const root = list().documentElement;
    if (root === null) return;
    const entry = list().createElementNS(namespaces.ct, root.prefix ? `${root.prefix}:${kind}` : kind);
    for (const [key, value] of Object.entries(attributes)) entry.setAttribute(key, value);
    // Kinds by extension stand before those by name.
    const before = kind === 'Default' ? (entries('Override')[0] ?? null) : null;
    root.insertBefore(entry, before);
    index = null;
  };
  return {
    find: (name) => (override(name) ?? byExtension(name))?.getAttribute('ContentType') ?? null,
    set: (name, type) => {
      const known = override(name);
      if (known) known.setAttribute('ContentType', type);
      else if (
        /^(?:image\/|application\/vnd\.openxmlformats-officedocument\.spreadsheetml\.sheet$)/.test(type)
      ) {
        const standing = byExtension(name);
        if (standing === undefined) add('Default', { Extension: extensionOf(name), ContentType: type });
        else if (standing.getAttribute('ContentType') !== type)
          add('Override', { PartName: `/${name}`, ContentType: type });
      } else add('Override', { PartName: `/${name}`, ContentType: type });
    },
    forget: (name) => {
      const known = override(name);
      if (known) list().documentElement?.removeChild(known);
      index = null;
    },
  };
}

/** Names of parts and extensions are the same in capitals. */
function keyOf(name: string): string {
  return name.toLowerCase();
}
