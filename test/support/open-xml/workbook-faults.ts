import { orderFaults } from './order-faults.ts';
import { packageFaults } from './package-faults.ts';
import { all, type CheckedPackage, readParts } from './read-parts.ts';

/** Finds everything for which Excel would offer a repair, as far as is known. */
export function workbookFaults(packed: Uint8Array): string[] {
  const file = readParts(packed);
  const parts = file.names.filter((name) => /^xl\/.*\.xml$/.test(name));
  return [
    ...packageFaults(file),
    ...parts.flatMap((name) => orderFaults(file, name)),
    ...nameFaults(file),
    ...parts.filter((name) => name.startsWith('xl/worksheets/')).flatMap((name) => cellFaults(file, name)),
  ];
}

/** Reads the cells of every sheet as texts, by address. */
export function readSheets(packed: Uint8Array): Map<string, Map<string, string>> {
  const file = readParts(packed);
  const texts = all(file.xml('xl/sharedStrings.xml'), 'x:si').map((one) => one.textContent ?? '');
  const relations = file.relations('xl/workbook.xml');
  return new Map(
    all(file.xml('xl/workbook.xml'), 'x:sheet').map((sheet) => {
      const id = sheet.getAttribute('r:id');
      const part = relations.find((one) => one.id === id)?.target ?? '';
      const cells = all(file.xml(part), 'x:c').map((cell): [string, string] => {
        const content = cell.textContent ?? '';
        return [
          cell.getAttribute('r') ?? '',
          cell.getAttribute('t') === 's' ? (texts[Number(content)] ?? '') : content,
        ];
      });
      return [sheet.getAttribute('name') ?? '', new Map(cells)];
    }),
  );
}

function nameFaults(file: CheckedPackage): string[] {
  const names = all(file.xml('xl/workbook.xml'), 'x:sheet').map((sheet) => sheet.getAttribute('name') ?? '');
  const faults = names
    .filter((name) => name === '' || name.length > 31 || /[[\]:*?/\\]|^'|'$/.test(name))
    .map((name) => `a sheet cannot be called ${name}`);
  const low = names.map((name) => name.toLowerCase());
  return new Set(low).size === low.length ? faults : [...faults, 'two sheets have one name'];
}

function cellFaults(file: CheckedPackage, part: string): string[] {
  const texts = all(file.xml('xl/sharedStrings.xml'), 'x:si').length;
  const styles = all(file.xml('xl/styles.xml'), 'x:cellXfs').flatMap((list) =>
    Array.from(list.childNodes).filter((node) => node.nodeType === 1),
  ).length;
  const faults: string[] = [];
  let row = 0;
  for (const one of all(file.xml(part), 'x:row')) {
    const number = Number(one.getAttribute('r'));
    if (number <= row) faults.push(`${part}: row ${number} comes after row ${row}`);
    row = number;
    let column = 0;
    for (const cell of Array.from(one.childNodes)) {
      if (!('getAttribute' in cell) || typeof cell.getAttribute !== 'function') continue;
      const address = String(cell.getAttribute('r'));
      const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
      const at = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
      if (at <= column || Number(digits) !== number)
        faults.push(`${part}: ${address} stands in the wrong place`);
      column = at;
      if (!(Number(cell.getAttribute('s')) < styles)) faults.push(`${part}: ${address} has no such style`);
      const content = cell.textContent ?? '';
      if (cell.getAttribute('t') === 's' ? !(Number(content) < texts) : !Number.isFinite(Number(content)))
        faults.push(`${part}: ${address} holds ${content}`);
    }
  }
  return faults;
}
