import { element, textElement, xmlHead } from './xml.ts';

/** What a package says of itself. */
export interface Properties {
  readonly title: string;
  readonly description: string;
  readonly version: string;
}

/** Writes the properties every package has; no dates and no names of people, so nothing leaks and nothing changes. */
export function coreProperties({ title, description }: Properties): string {
  return (
    xmlHead +
    element(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      textElement('dc:title', title),
      textElement('dc:creator', 'Offtake'),
      textElement('dc:description', description),
    )
  );
}

/** Writes the properties of the program that made the package. */
export function appProperties({ version }: Properties): string {
  return (
    xmlHead +
    element(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      textElement('Application', `Offtake ${version}`),
    )
  );
}
