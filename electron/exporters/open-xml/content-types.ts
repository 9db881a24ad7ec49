import { element, xmlHead } from './xml.ts';

const byExtension: Readonly<Record<string, string>> = {
  rels: 'application/vnd.openxmlformats-package.relationships+xml',
  xml: 'application/xml',
  png: 'image/png',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Writes the list of types: by extension for what is there, by name for every XML part that is more than XML. */
export function contentTypesXml(
  names: Iterable<string>,
  typeOf: (name: string) => string | undefined,
): string {
  const all = [...names].sort();
  const extensions = new Set(['rels', 'xml', ...all.map(extensionOf)]);
  const defaults = [...extensions].sort().flatMap((extension) => {
    const type = byExtension[extension];
    return type === undefined ? [] : [element('Default', { Extension: extension, ContentType: type })];
  });
  const overrides = all.flatMap((name) => {
    const type = typeOf(name);
    return type === undefined ? [] : [element('Override', { PartName: `/${name}`, ContentType: type })];
  });
  const xmlns = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return xmlHead + element('Types', { xmlns }, ...defaults, ...overrides);
}

/** The extension of a part's name, in lower case. */
export function extensionOf(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1).toLowerCase();
}
