import type { Element } from '@xmldom/xmldom';
import { choices, families, orders } from './orders.ts';
import { type CheckedPackage, elements, nameOf } from './read-parts.ts';

/** Finds elements that stand where the schema does not have them, or not in its order. */
export function orderFaults(file: CheckedPackage, part: string): string[] {
  const root = file.xml(part).documentElement;
  const faults: string[] = [];
  const visit = (element: Element) => {
    const name = nameOf(element);
    const inside = elements(element);
    const allowed = orders[name] ?? [];
    let place = 0;
    for (const child of inside) {
      const own = nameOf(child);
      const at = allowed.findIndex((entry, index) => index >= place && fits(entry, own));
      if (at < 0) faults.push(`${part}: ${own} may not stand there in ${name}`);
      else place = allowed[at]?.endsWith('*') === true ? at : at + 1;
      visit(child);
    }
  };
  if (root !== null) visit(root);
  return faults;
}

function fits(entry: string, name: string): boolean {
  const family = families[entry] ?? choices[entry];
  return family === undefined ? entry.replace('*', '') === name : family.includes(name);
}
