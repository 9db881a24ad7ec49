import type { Document } from '@xmldom/xmldom';
import { children, namespaces } from './dom.ts';
import { relationshipsPart, relationshipsXml, relationshipType } from './relationships.ts';

/** What one part refers to. */
export interface Relation {
  readonly id: string;
  /** The address that says what it is. */
  readonly type: string;
  /** The part it leads to, or an address outside. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The relations between the parts of a package. An empty name is the package itself. */
export interface Relations {
  readonly relations: (part: string) => Relation[];
  /** Finds the parts of a kind that a part leads to: `slideLayout`. */
  readonly related: (part: string, kind: string) => Relation[];
  readonly relate: (part: string, kind: string, target: string) => string;
  readonly unrelate: (part: string, id: string) => void;
  /** Every part that can be reached from the package, with the lists that lead there. */
  readonly reachable: () => Set<string>;
}

interface Access {
  readonly has: (name: string) => boolean;
  readonly xml: (name: string) => Document;
  readonly put: (name: string, content: string) => void;
}

/** Opens the relations of a package. */
export function createRelations({ has, xml, put }: Access): Relations {
  const entries = (part: string) => {
    const list = relationshipsPart(part);
    const root = has(list) ? xml(list).documentElement : null;
    return root === null ? [] : children(root, 'rel:Relationship');
  };
  const relations = (part: string): Relation[] =>
    entries(part).map((entry) => {
      const target = entry.getAttribute('Target') ?? '';
      const isExternal = entry.getAttribute('TargetMode') === 'External';
      return {
        id: entry.getAttribute('Id') ?? '',
        type: entry.getAttribute('Type') ?? '',
        target: isExternal ? target : resolveTarget(part, target),
        isExternal,
      };
    });
  return {
    relations,
    related: (part, kind) => relations(part).filter(({ type }) => type.endsWith(`/${kind}`)),
    relate: (part, kind, target) => {
      const list = relationshipsPart(part);
      if (!has(list)) put(list, relationshipsXml([]));
      const taken = new Set(relations(part).map(({ id }) => id));
      let number = taken.size + 1;
      while (taken.has(`rId${number}`)) number += 1;
      const document = xml(list);
      const root = document.documentElement;
      const entry = document.createElementNS(namespaces.rel, 'Relationship');
      entry.setAttribute('Id', `rId${number}`);
      entry.setAttribute('Type', relationshipType(kind));
      entry.setAttribute('Target', relativeTarget(part, target));
      root?.appendChild(entry);
      return `rId${number}`;
    },
    unrelate: (part, id) => {
      for (const entry of entries(part)) {
        if (entry.getAttribute('Id') === id) entry.parentNode?.removeChild(entry);
      }
    },
    reachable: () => {
      const found = new Set(['[Content_Types].xml']);
      const waiting = [''];
      for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
        found.add(relationshipsPart(part));
        for (const { target, isExternal } of relations(part)) {
          if (isExternal || found.has(target)) continue;
          found.add(target);
          waiting.push(target);
        }
      }
      return found;
    },
  };
}

/** Follows a target as seen from the folder of a part. */
export function resolveTarget(part: string, target: string): string {
  const plain = target.split('#')[0] ?? '';
  if (plain.startsWith('/')) return decoded(plain.slice(1));
  const steps = part.split('/').slice(0, -1);
  for (const step of plain.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return decoded(steps.join('/'));
}

/** A target that is no address as it stands is taken for the name it spells. */
function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

/** Says where a part is as seen from the folder of another. */
export function relativeTarget(part: string, target: string): string {
  const from = part.split('/').slice(0, -1);
  const to = target.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared += 1;
  return [...new Array<string>(from.length - shared).fill('..'), ...to.slice(shared)].join('/');
}
