import { element, xmlHead } from './xml.ts';

const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** The address that says what one part is to another: one of Office's own kinds, or an address as it is. */
export function relationshipType(kind: string): string {
  if (kind.includes(':')) return kind;
  return kind === 'core-properties' ? `${packages}/metadata/core-properties` : `${documents}/${kind}`;
}

/** One part's view of another: what it is, and where, as seen from the part's own folder. */
export interface Relationship {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

/** Writes the list of what a part refers to. */
export function relationshipsXml(relationships: readonly Relationship[]): string {
  return (
    xmlHead +
    element(
      'Relationships',
      { xmlns: packages },
      ...relationships.map(({ id, kind, target }) =>
        element('Relationship', { Id: id, Type: relationshipType(kind), Target: target }),
      ),
    )
  );
}

/** Names the part that holds the relationships of a part. */
export function relationshipsPart(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}
