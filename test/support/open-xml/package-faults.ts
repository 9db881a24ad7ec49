import type { CheckedPackage } from './read-parts.ts';
import { rootChildren } from './read-parts.ts';

const specific = /^application\/(?:vnd\.|xml$)/;

/** Checks what holds for every package: types, relations, reachability, characters, numbers. */
export function packageFaults(file: CheckedPackage): string[] {
  return [...typeFaults(file), ...relationFaults(file), ...reachFaults(file), ...characterFaults(file)];
}

function typeFaults(file: CheckedPackage): string[] {
  const entries = rootChildren(file.xml('[Content_Types].xml'));
  const keys = entries.map((one) => one.getAttribute('PartName') ?? `.${one.getAttribute('Extension')}`);
  const twice = keys.filter((key, at) => keys.indexOf(key) !== at).map((key) => `${key} has two types`);
  const absent = keys
    .filter((key) => key.startsWith('/') && !file.names.includes(key.slice(1)))
    .map((key) => `${key} has a type but is not there`);
  const untyped = file.names
    .filter((name) => name !== '[Content_Types].xml')
    .filter((name) => {
      const type = file.typeOf(name);
      return type === null || (name.endsWith('.xml') && (type === 'application/xml' || !specific.test(type)));
    })
    .map((name) => `${name} has no type of its own`);
  return [...twice, ...absent, ...untyped];
}

function relationFaults(file: CheckedPackage): string[] {
  const parts = ['', ...file.names.filter((name) => !name.endsWith('.rels'))];
  return parts.flatMap((part) => {
    const relations = file.relations(part);
    const ids = relations.map(({ id }) => id);
    const faults = ids
      .filter((id, at) => ids.indexOf(id) !== at)
      .map((id) => `${part}: relation ${id} twice`);
    for (const { id, target, raw, isExternal } of relations) {
      if (isExternal) faults.push(`${part}: ${id} leads outside, to ${raw}`);
      else if (!file.names.includes(target))
        faults.push(`${part}: ${id} leads to ${raw}, which is not there`);
      if (/^[a-z]+:|^\/|\\/i.test(raw)) faults.push(`${part}: ${id} has the absolute target ${raw}`);
    }
    if (!part.endsWith('.xml') || part.startsWith('[')) return faults;
    const used = [...file.text(part).matchAll(/\br:(?:id|embed|link|pict)="([^"]*)"/g)].map(
      (match) => match[1] ?? '',
    );
    return [
      ...faults,
      ...used.filter((id) => !ids.includes(id)).map((id) => `${part}: ${id} is used but not related`),
    ];
  });
}

function reachFaults(file: CheckedPackage): string[] {
  const reached = new Set<string>();
  const waiting = [''];
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    for (const { target } of file.relations(part)) {
      if (reached.has(target)) continue;
      reached.add(target);
      waiting.push(target);
    }
  }
  return file.names
    .filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml' && !reached.has(name))
    .map((name) => `nothing leads to ${name}`);
}

function characterFaults(file: CheckedPackage): string[] {
  return file.names
    .filter((name) => /\.(?:xml|rels)$/.test(name))
    .flatMap((name) => {
      const text = file.text(name);
      const faults: string[] = [];
      if (/(?![\t\n\r])\p{Cc}|\ufffe|\uffff/u.test(text)) faults.push(`${name} holds control characters`);
      if (/(?:>|")-?(?:Infinity|NaN)(?:<|")/.test(text)) faults.push(`${name} holds a number that is none`);
      if (/\bundefined\b|\[object /.test(text))
        faults.push(`${name} holds what should not have been written`);
      if (!text.startsWith('<?xml')) faults.push(`${name} has no declaration`);
      return faults;
    });
}
