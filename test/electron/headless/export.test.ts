import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { exportFormats } from '#shared/export/formats.ts';
import { deckFaults } from '../../support/open-xml/deck-faults.ts';
import { all, readParts } from '../../support/open-xml/read-parts.ts';
import { uncertainText } from '../engine/analysis/bench.ts';
import { type BuiltRoot, builtRoot } from './built-root.ts';

const file = 'deal.scenario.yaml';
const few = ['--draws', '64'];
let root: BuiltRoot;

beforeEach(async () => {
  root = await builtRoot({
    [file]: uncertainText,
    'broken.scenario.yaml': uncertainText.replace('power:', 'pwoer:'),
    'broken.pptx': 'no deck',
  });
  await mkdir(join(root.folder, 'folder'));
});

const at = (name: string) => join(root.folder, name);
const written = (name: string) => readFile(at(name));

/** What each kind of file begins with. */
const signs: Readonly<Record<string, RegExp>> = {
  pptx: /^PK/,
  xlsx: /^PK/,
  pdf: /^%PDF-1\.7/,
  html: /^<!doctype html>/,
  png: /^\x89PNG/,
  svg: /^<svg /,
  csv: /^scenario,measure,/,
  tsv: /^scenario\tmeasure\t/,
  json: /^\{\n {2}"offtake"/,
  parquet: /^PAR1/,
};

describe('offtake export', () => {
  it('writes every format, the same bytes twice', async () => {
    for (const { id } of exportFormats) {
      const charts = id === 'png' || id === 'svg' ? ['--charts', 'spend'] : [];
      for (const name of [`one.${id}`, `two.${id}`]) {
        const { code, out, errors } = await root.offtake(['export', file, '--to', name, ...few, ...charts]);
        expect([code, errors]).toEqual([0, []]);
        expect(out).toMatch(new RegExp(`^Wrote ${name}, \\d`));
      }
      const [one, two] = [await written(`one.${id}`), await written(`two.${id}`)];
      expect(one.subarray(0, 40).toString('latin1')).toMatch(signs[id] ?? /^$/);
      expect(Buffer.compare(one, two), id).toBe(0);
    }
  });

  it('writes the pages asked for, in their order and in the size asked for', async () => {
    const wish = ['--charts', 'spend,capacity', '--size', 'a4', '--period', 'year', ...few];
    await root.offtake(['export', file, '--to', 'chosen.pptx', ...wish]);
    const packed = await written('chosen.pptx');
    expect(deckFaults(packed)).toEqual([]);
    const parts = readParts(packed);
    expect(all(parts.xml('ppt/presentation.xml'), 'p:sldSz')[0]?.getAttribute('cx')).toBe('9906000');
    expect(parts.text('ppt/slides/slide2.xml')).toContain('/spend#chart');
    expect(parts.text('ppt/slides/slide3.xml')).toContain('/capacity#chart');
    expect(parts.text('ppt/charts/chart1.xml')).toContain('<c:catAx>');
  });

  it('says which of the pages asked for are not in the file, and why', async () => {
    const wish = ['--charts', 'headline,compare,sweep:over=deals.cloud.nothing', ...few];
    const { code, out, errors } = await root.offtake(['export', file, '--to', 'some.pptx', ...wish]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Wrote some\.pptx/);
    expect(errors).toHaveLength(2);
    expect(errors[0]).toMatch(
      /^Left out: sweep:over=deals\.cloud\.nothing of Uncertain deal\. .*deals\.cloud\.nothing/,
    );
    expect(errors[1]).toMatch(/^Left out: compare of Uncertain deal\. .*only one/);
  });

  it('sets several scenarios side by side', async () => {
    await writeFile(at('other.scenario.yaml'), uncertainText.replace('Uncertain deal', 'Another deal'));
    const wish = ['--to', 'both.pptx', '--charts', 'compare,headline', ...few];
    const { code } = await root.offtake(['export', file, 'other.scenario.yaml', ...wish]);
    expect(code).toBe(0);
    const parts = readParts(await written('both.pptx'));
    const words = parts.xml('ppt/slides/slide2.xml').documentElement?.textContent;
    expect(words).toContain('Another deal');
    expect(parts.names.filter((name) => /^ppt\/slides\/[^/]+$/.test(name))).toHaveLength(4);
  });

  it('answers questions about one scenario, and about several, in every form that has pages', async () => {
    const input = 'deals.cloud.capacity.phases.first.power';
    const one = ['distribution', 'river', `sweep:over=${input}:draws=64`, 'ledger', 'actuals', 'checks'];
    for (const form of ['pptx', 'pdf', 'html']) {
      const asked = await root.offtake([
        'export',
        file,
        '--to',
        `asked.${form}`,
        '--charts',
        one.join(),
        ...few,
      ]);
      expect([asked.code, asked.errors]).toEqual([0, []]);
    }
    expect(deckFaults(await written('asked.pptx'))).toEqual([]);
    const page = (await written('asked.html')).toString();
    expect(page.match(/<section /g)).toHaveLength(one.length);
    expect(page).toContain('Distribution of Billed spend');
    for (const [name, chart] of [
      ['heat.png', `sweep:over=${input}:and=generations.chip.price.list:steps=3`],
      ['river.svg', 'river:method=tornado'],
    ] as const) {
      const { code } = await root.offtake(['export', file, '--to', name, '--charts', chart, ...few]);
      expect(code).toBe(0);
    }
    expect((await written('heat.png')).subarray(1, 4).toString()).toBe('PNG');
    await writeFile(
      at('later.scenario.yaml'),
      uncertainText.replace('Uncertain deal', 'Later deal').replace('energise: 2027-01', 'energise: 2027-06'),
    );
    const both = ['outcomes', 'overlay', 'milestones', 'bridge:statistic=mean', 'difference', 'differences'];
    const wish = ['--to', 'pair.pptx', '--charts', both.join(), ...few];
    const pair = await root.offtake(['export', file, 'later.scenario.yaml', ...wish]);
    expect([pair.code, pair.errors]).toEqual([0, []]);
    expect(deckFaults(await written('pair.pptx'))).toEqual([]);
    const slides = readParts(await written('pair.pptx')).names.filter((name) =>
      /^ppt\/slides\/[^/]+$/.test(name),
    );
    expect(slides).toHaveLength(1 + both.length);
  });

  it('says what a refresh would change, and writes only when asked to', async () => {
    await root.offtake(['export', file, '--to', 'deck.pptx', ...few]);
    const before = await written('deck.pptx');
    const calm = await root.offtake(['export', file, '--into', 'deck.pptx', '--dry-run', ...few]);
    expect(calm.out).toMatch(/^Nothing moves\.\n0 objects changed, \d+ as before\.\n$/);
    await writeFile(at(file), uncertainText.replace(/seed: \d+/, 'seed: 12345'));
    const moved = await root.offtake(['export', file, '--into', 'deck.pptx', '--dry-run', ...few]);
    expect(moved.out).toMatch(/^What moves:\n {2}slide 2, .+ → .+/);
    expect(Buffer.compare(await written('deck.pptx'), before)).toBe(0);
    const done = await root.offtake(['export', file, '--into', 'deck.pptx', '--to', 'deck.pptx', ...few]);
    expect(done.out).toContain('Wrote deck.pptx');
    expect(deckFaults(await written('deck.pptx'))).toEqual([]);
    await writeFile(at(file), uncertainText);
  });

  it('makes slides from a template, on the layout that is named', async () => {
    await root.offtake(['export', file, '--to', 'house.pptx', '--charts', 'spend,capacity', ...few]);
    const wish = ['--template', 'house.pptx', '--layout', 'Finding', '--charts', 'capacity', ...few];
    const { code } = await root.offtake(['export', file, '--to', 'from-house.pptx', ...wish]);
    expect(code).toBe(0);
    expect(deckFaults(await written('from-house.pptx'))).toEqual([]);
    const elsewhere = await root.offtake([
      'export',
      file,
      '--to',
      'x.pptx',
      '--template',
      'house.pptx',
      '--layout',
      'No',
      ...few,
    ]);
    expect([elsewhere.code, elsewhere.errors]).toEqual([
      2,
      ['The template has no layout “No”; it has “Cover” and “Finding”.'],
    ]);
  });

  it('stops at Ctrl-C without leaving anything', async () => {
    const { code, errors } = await root.offtake(
      ['export', file, '--to', 'stopped.csv', '--draws', '500000'],
      true,
    );
    expect([code, errors]).toEqual([1, ['Stopped.']]);
    await expect(written('stopped.csv')).rejects.toThrow('ENOENT');
  });
});

/** Every mistake is said in a line that names what was met and what to do; nothing is written and no old file touched. */
const mistakes: readonly (readonly [args: readonly string[], code: number, message: RegExp])[] = [
  [[file], 2, /^Say where to write: --to OUT\.pptx/],
  [[file, '--to', 'old.doc'], 2, /ending must be one of pptx, xlsx, pdf/],
  [[file, '--to', 'folder'], 2, /^folder: it is a folder\. Name a file in it\.$/],
  [[file, '--to', 'nowhere/old.csv'], 2, /there is no folder nowhere/],
  [[file, '--to', `${file}/old.csv`], 2, /there is no folder/],
  [['missing.yaml', '--to', 'old.csv'], 2, /missing\.yaml: there is no such file/],
  [['broken.scenario.yaml', '--to', 'old.csv'], 1, /pwoer/],
  [
    [file, '--to', 'old.pptx', '--charts', 'spend,spent'],
    2,
    /There is no chart “spent”; there are headline, capacity/,
  ],
  [
    [file, '--to', 'old.pptx', '--charts', 'river:method=guess'],
    2,
    /method=guess: one of rank, tornado and sobol is/,
  ],
  [
    [file, '--to', 'old.pptx', '--charts', 'sweep:over=deals.cluod.capacity.ceiling', ...few],
    2,
    /The scenario has no input “deals\.cluod\.capacity\.ceiling”/,
  ],
  [
    [file, '--to', 'old.pptx', '--charts', 'distribution', '--draws', '0'],
    2,
    /The question needs draws, and none are made\./,
  ],
  [[file, '--to', 'old.png'], 2, /A picture shows one chart; name it/],
  [[file, file, '--to', 'old.png', '--charts', 'spend'], 2, /one chart of one scenario/],
  [[file, '--to', 'old.png', '--charts', 'spend', '--scale', '9'], 2, /--scale 9: a number from 1 to 4/],
  [[file, '--to', 'old.pptx', '--size', '5:4'], 2, /--size 5:4: 16:9, 4:3 and a4/],
  [[file, '--to', 'old.csv', '--period', 'week'], 2, /month, quarter or year/],
  [[file, '--to', 'old.csv', '--draws', 'many'], 2, /a whole number from 0/],
  [[file, '--to', 'old.csv', '--template', 'broken.pptx'], 2, /--template is for slides/],
  [[file, '--to', 'old.pptx', '--template', 'missing.pptx'], 2, /missing\.pptx: there is no such file/],
  [
    [file, '--to', 'old.pptx', '--template', 'broken.pptx', ...few],
    1,
    /^The template cannot be used: it is not an Office file\.$/,
  ],
  [
    [file, '--to', 'old.pptx', '--into', 'broken.pptx', ...few],
    1,
    /^The deck cannot be refreshed: it is not an Office file\.$/,
  ],
  [[file, '--dry-run'], 2, /--dry-run needs --into/],
  [new Array<string>(7).fill(file).concat('--to', 'old.csv'), 2, /At most 6 scenarios/],
];

describe('a mistake in an export', () => {
  it('is said, and no old file is touched', async () => {
    for (const [args, code, message] of mistakes) {
      for (const name of ['old.csv', 'old.png', 'old.pptx']) await writeFile(at(name), 'old');
      const ended = await root.offtake(['export', ...args]);
      expect([ended.code, ended.out], args.join(' ')).toEqual([code, '']);
      expect(ended.errors.join('\n'), args.join(' ')).toMatch(message);
      for (const name of ['old.csv', 'old.png', 'old.pptx'])
        expect((await written(name)).toString()).toBe('old');
    }
  });
});
