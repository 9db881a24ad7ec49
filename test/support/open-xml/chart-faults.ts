import type { Element } from '@xmldom/xmldom';
import { all, type CheckedPackage, elements, nameOf } from './read-parts.ts';
import { readSheets } from './workbook-faults.ts';

/** Where PowerPoint allows a label, by kind of chart; anything else makes it offer a repair. */
const labelPlaces: Readonly<Record<string, readonly string[]>> = {
  'c:lineChart': ['t', 'b', 'l', 'r', 'ctr'],
  'c:barChart stacked': ['ctr', 'inEnd', 'inBase'],
  'c:barChart clustered': ['ctr', 'inEnd', 'inBase', 'outEnd'],
  'c:areaChart': [],
};

/** Checks a chart: its series, its axes, its labels, and that its numbers are those of the workbook behind it. */
export function chartFaults(file: CheckedPackage, part: string): string[] {
  const document = file.xml(part);
  const faults: string[] = [];
  for (const kind of ['c:idx', 'c:order']) {
    const values = all(document, 'c:ser').map((one) => value(first(one, kind)));
    if (new Set(values).size !== values.length) faults.push(`two series have one ${kind}`);
  }
  const axes = ['c:catAx', 'c:dateAx', 'c:valAx'].flatMap((name) => all(document, name));
  const ids = axes.map((axis) => value(first(axis, 'c:axId')));
  for (const group of ['c:areaChart', 'c:barChart', 'c:lineChart'].flatMap((name) => all(document, name))) {
    const own = elements(group).filter((one) => nameOf(one) === 'c:axId');
    if (own.length !== 2 || own.some((one) => !ids.includes(value(one))))
      faults.push('a group lacks its axes');
    const grouping = nameOf(group) === 'c:barChart' ? ` ${value(first(group, 'c:grouping'))}` : '';
    const places = labelPlaces[nameOf(group) + grouping] ?? [];
    for (const place of Array.from(group.getElementsByTagNameNS(group.namespaceURI, 'dLblPos'))) {
      if (!places.includes(value(place)))
        faults.push(`a label stands ${value(place)} in a ${nameOf(group)}${grouping}`);
    }
  }
  for (const axis of axes) {
    if (!ids.includes(value(first(axis, 'c:crossAx')))) faults.push('an axis crosses one that is not there');
  }
  return [...faults, ...workbookDifferences(file, part)].map((fault) => `${part}: ${fault}`);
}

/** Compares every cached number and text of a chart with the cell its formula names. */
function workbookDifferences(file: CheckedPackage, part: string): string[] {
  const workbook = file.relations(part).find(({ type }) => type.endsWith('/package'))?.target;
  if (workbook === undefined) return ['no workbook stands behind it'];
  const sheets = readSheets(file.bytes(workbook));
  const faults: string[] = [];
  for (const reference of [...all(file.xml(part), 'c:numRef'), ...all(file.xml(part), 'c:strRef')]) {
    const formula = first(reference, 'c:f')?.textContent ?? '';
    const [, sheet = '', column = '', from = '', to] =
      /^(.+)!\$([A-Z]+)\$(\d+)(?::\$\2\$(\d+))?$/.exec(formula) ?? [];
    const cells = sheets.get(sheet);
    if (cells === undefined) {
      faults.push(`${formula} names no sheet`);
      continue;
    }
    const count = Number(to ?? from) - Number(from) + 1;
    const cache = first(reference, 'c:numCache') ?? first(reference, 'c:strCache');
    if (value(first(cache, 'c:ptCount')) !== String(count)) faults.push(`${formula} counts otherwise`);
    const points = new Map(
      (cache ? elements(cache) : [])
        .filter((one) => nameOf(one) === 'c:pt')
        .map((one) => [Number(one.getAttribute('idx')), one.textContent ?? '']),
    );
    for (let at = 0; at < count; at++) {
      const cell = cells.get(`${column}${Number(from) + at}`);
      if ((cell ?? '') !== (points.get(at) ?? ''))
        faults.push(`${formula}: ${cell} in the sheet, ${points.get(at)} shown`);
    }
  }
  return faults;
}

function first(parent: Element | null | undefined, name: string): Element | null {
  return (parent ? elements(parent) : []).find((one) => nameOf(one) === name) ?? null;
}

function value(element: Element | null): string {
  return element?.getAttribute('val') ?? '';
}
