import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeEach, describe, expect, it } from 'vitest';
import { pastedTable } from '#shared/export/pasted-table.ts';
import { uncertainText } from '../electron/engine/analysis/bench.ts';
import { type BuiltRoot, builtRoot } from '../electron/headless/built-root.ts';
import { times, tried } from './support/tried.ts';

/** What a spreadsheet takes for a formula, a page for a script, a document for a tag. */
const hostile: readonly string[] = [
  `=HYPERLINK("https://example.com/?"&A1,"look")`,
  "=cmd|' /C calc'!A0",
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\uff1d1+1',
  '<script>document.title=1</script>',
  '<img src=x onerror="document.title=1">',
  ']]></t><f>1+1</f>',
  '</script><script>document.title=1</script>',
  '"><svg onload="document.title=1">',
];

/** A deal in which every text that is free to say anything says what does harm; each is said in every place in turn. */
function hostileDeal(turn: number): string {
  const text = (place: number): string => JSON.stringify(hostile[(turn + place) % hostile.length]);
  return uncertainText
    .replace(/^title:.*$/m, `title: ${text(0)}`)
    .replace(/^customer:.*$/m, `customer: ${text(1)}`)
    .replace(/^( *)provider:.*$/m, `$1provider: ${text(2)}\n$1title: ${text(3)}`)
    .replace(/^( *)available:.*$/m, `$&\n$1title: ${text(4)}`)
    .replace('power stays under a gigawatt', text(5))
    .concat(`sources:\n  paper: { title: ${text(6)}, publisher: ${text(7)}, date: 2026-01-01 }\n`)
    .concat(`measures:\n  own: { formula: capacity.online, label: ${text(8)} }\n`);
}

/** Cells of a table after RFC 4180, with commas or tabs between. */
function cellsOf(text: string, between: ',' | '\t'): string[] {
  const pattern = between === ',' ? /"((?:[^"]|"")*)"|([^,\r\n]+)/g : /()([^\t\r\n]+)/g;
  return [...text.matchAll(pattern)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') || plain || '');
}

const isFormula = (cell: string): boolean =>
  /^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(cell) && Number.isNaN(Number(cell));

/** Formulas among the parts of a workbook, or of the workbooks inside a deck; a chart may name its own sheet. */
function formulasIn(packed: Uint8Array): number {
  const parts = Object.entries(unzipSync(packed));
  return parts.reduce((sum, [name, content]) => {
    if (name.endsWith('.xlsx')) return sum + formulasIn(content);
    if (/^xl\/worksheets/.test(name)) return sum + (strFromU8(content).match(/<f[ >]/g)?.length ?? 0);
    const named = [...strFromU8(content).matchAll(/<c:f>([^<]*)<\/c:f>/g)].map(
      ([, formula]) => formula ?? '',
    );
    return sum + named.filter((formula) => !/^Data!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?$/.test(formula)).length;
  }, 0);
}

let root: BuiltRoot;
const id = 'hostile.scenario.yaml';

beforeEach(async () => {
  root = await builtRoot({});
});

async function offtake(...words: readonly string[]): Promise<string> {
  const { code, out, errors } = await root.offtake(words);
  expect(
    [code, errors.filter((line) => /error/i.test(line))],
    `${words.join(' ')}: ${errors.join('\n')}`,
  ).toEqual([0, []]);
  return out;
}

async function exported(format: string, ...more: readonly string[]): Promise<Uint8Array> {
  await offtake('export', id, '--to', `out.${format}`, '--draws', '64', ...more);
  return new Uint8Array(await readFile(join(root.folder, `out.${format}`)));
}

describe('names that would do harm', () => {
  it('never become a formula in any table that leaves the program', async () => {
    const turns = times(2, hostile.length);
    let [count, lost] = [0, 0];
    for (let turn = 0; turn < turns; turn += 1) {
      await writeFile(join(root.folder, id), hostileDeal(turn * 5));
      const tables = [
        cellsOf(strFromU8(await exported('csv')), ','),
        cellsOf(strFromU8(await exported('tsv')), '\t'),
        cellsOf(await offtake('run', id, '--csv'), ','),
        cellsOf(await offtake('simulate', id, '--draws', '64', '--measures', 'own', '--csv'), ','),
        cellsOf(await offtake('compare', id, id, '--draws', '64', '--csv'), ','),
      ];
      for (const cells of tables) {
        count += cells.length;
        lost += cells.filter(isFormula).length;
      }
      lost += formulasIn(await exported('xlsx')) + formulasIn(await exported('pptx'));
      count += 2;
    }
    for (const label of hostile) {
      const column = { label, unit: label };
      const pasted = pastedTable({ period: 'month', columns: [column], rows: [], decimals: [1] });
      const cells = [...pasted.text.split(/[\t\n]/), ...pasted.html.split(/<[^>]*>/)];
      count += cells.length;
      lost += cells.filter(isFormula).length + (/<(?:script|img|svg)/i.test(pasted.html) ? 1 : 0);
    }
    tried({ what: 'exports: cells with hostile names', times: count, lost });
  });

  it('never become a tag in a page, a picture or a document', async () => {
    const turns = times(2, hostile.length);
    let lost = 0;
    for (let turn = 0; turn < turns; turn += 1) {
      await writeFile(join(root.folder, id), hostileDeal(turn * 5));
      const page = strFromU8(await exported('html'));
      const picture = strFromU8(await exported('svg', '--charts', 'spend'));
      const deck = Object.entries(unzipSync(await exported('pptx')));
      const documents = [
        page,
        picture,
        ...deck.filter(([name]) => name.endsWith('.xml')).map(([, xml]) => strFromU8(xml)),
      ];
      lost += documents.filter((text) =>
        /<(?:img src=x|svg onload|script>document\.title|f>1)/.test(text),
      ).length;
    }
    tried({ what: 'exports: pages and pictures with hostile names', times: turns * 3, lost });
  });
});
