import { beforeAll, describe, expect, it } from 'vitest';
import { invariant } from '#shared/base/assert.ts';
import { pageChart } from '#shared/export/deck/page-chart.ts';
import type { ExportDocument } from '#shared/export/document.ts';
import { bodyTable } from '#shared/export/pages/body-table.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import type { ComparisonAnswer, ScenarioAnswer } from '#shared/export/questions/answer.ts';
import { plainWishes, slideSizes } from '#shared/export/wishes.ts';
import { deck } from '../../../../electron/exporters/deck/deck.ts';
import { readObjectName } from '../../../../electron/exporters/deck/object-name.ts';
import { refreshDeck } from '../../../../electron/exporters/deck/refresh/refresh-deck.ts';
import { unattended } from '../../../../electron/exporters/export-control.ts';
import {
  askedDocument,
  askedText,
  comparisonCharts,
  otherText,
  pageNamed,
  pagesOf,
  scenarioCharts,
} from '../../../support/asked-document.ts';
import { deckFaults } from '../../../support/open-xml/deck-faults.ts';
import { all, readParts } from '../../../support/open-xml/read-parts.ts';
import { readSheets } from '../../../support/open-xml/workbook-faults.ts';

const charts = [...comparisonCharts, ...scenarioCharts];
let document: ExportDocument;
let pages: readonly ExportPage[];
let packed: Uint8Array;

beforeAll(async () => {
  document = await askedDocument([askedText, otherText], { charts });
  pages = pagesOf(document, { charts });
  packed = await written(pages);
}, 120_000);

async function written(own: readonly ExportPage[], slideSize = plainWishes.slideSize): Promise<Uint8Array> {
  const bytes = await deck(document, own, { slideSize }, unattended);
  invariant(bytes, 'nobody cancelled');
  return bytes;
}

/** The columns behind the native chart of a page, by their heads; cells without a number are NaN. */
function behind(page: ExportPage): Map<string, number[]> {
  const file = readParts(packed);
  for (const slide of file.names.filter((name) => /^ppt\/slides\/[^/]+$/.test(name))) {
    const names = all(file.xml(slide), 'p:cNvPr').map((one) =>
      readObjectName(one.getAttribute('name') ?? ''),
    );
    if (!names.some((name) => name?.page === page.id && name.part === 'chart')) continue;
    const chart = file.relations(slide).find(({ type }) => type.endsWith('/chart'))?.target ?? '';
    const workbook = file.relations(chart).find(({ type }) => type.endsWith('/package'))?.target ?? '';
    const cells = readSheets(file.bytes(workbook)).get('Data') ?? new Map<string, string>();
    const rows = Math.max(...[...cells.keys()].map((address) => Number(address.replace(/\D/g, ''))));
    const heads = [...cells.entries()].filter(([address]) => /^[A-Z]+1$/.test(address));
    return new Map(
      heads.map(([address, head]) => {
        const column = address.slice(0, -1);
        const values = Array.from({ length: rows - 1 }, (_, at) =>
          Number(cells.get(`${column}${at + 2}`) ?? Number.NaN),
        );
        return [head, values];
      }),
    );
  }
  throw new Error(`no chart of ${page.id}`);
}

function columnsOf(subject: string) {
  const columns = behind(pageNamed(pages, subject));
  return (head: string): number[] => {
    const found = columns.get(head);
    invariant(found, `${subject} has a column ${head}; there are ${[...columns.keys()].join(', ')}`);
    return found;
  };
}

function answer<K extends ScenarioAnswer['kind']>(kind: K, question: string, at = 0) {
  const found = document.scenarios[at]?.answers.get(question);
  invariant(found?.kind === kind, `${question} is answered`);
  return found as Extract<ScenarioAnswer, { kind: K }>;
}

function comparison<K extends ComparisonAnswer['kind']>(kind: K, question: string) {
  const found = document.answers.get(question);
  invariant(found?.kind === kind, `${question} is answered`);
  return found as Extract<ComparisonAnswer, { kind: K }>;
}

const scaled = (values: ArrayLike<number>, factor: number) => Array.from(values, (value) => value * factor);
const near = (found: readonly number[], wanted: readonly number[]) => {
  expect(found).toHaveLength(wanted.length);
  found.forEach((value, at) => {
    expect(value, `row ${at}`).toBeCloseTo(wanted[at] ?? Number.NaN, 9);
  });
};

describe('the pages of questions', () => {
  it('are all there, each with a finding, a topic, words to hear and a note of its own', () => {
    expect(document.unanswered).toEqual([]);
    for (const subject of charts) {
      const page = pageNamed(pages, subject);
      expect(page.finding, subject).toMatch(/\w{3}.*\w{3}/);
      expect(page.finding, subject).not.toMatch(/NaN|undefined|null|Infinity/);
      expect(page.spoken.length, subject).toBeGreaterThan(10);
      const note = page.note.join('\n');
      expect(note, subject).toContain(page.finding);
      expect(note, subject).toMatch(/seed 7/);
      expect(note, subject).toContain('Offtake 0.0.0-test');
      expect(note, subject).toContain('Conditional on these assumptions');
      expect(note, subject).toContain(document.scenarios[0]?.hash);
      expect(note, subject).toMatch(/source: |no source/);
      expect(page.footnotes.join(' '), subject).toMatch(/256 draws.* · Offtake 0\.0\.0-test/);
    }
    expect(new Set(pages.map(({ id }) => id)).size).toBe(pages.length);
  });

  it('make decks that PowerPoint opens without a word, in every size', async () => {
    expect(deckFaults(packed)).toEqual([]);
    for (const size of slideSizes.slice(1)) expect(deckFaults(await written(pages, size))).toEqual([]);
  });

  it('cut no figure of a table, on the narrowest slides either', async () => {
    const file = readParts(await written(pages, '4:3'));
    for (const page of pages) {
      if (page.body.kind !== 'table') continue;
      const { columns, rows } = page.body.table;
      const slide = file.names.find(
        (name) => /^ppt\/slides\/[^/]+$/.test(name) && file.text(name).includes(`offtake:${page.id}#table`),
      );
      const shown = all(file.xml(slide ?? ''), 'a:tr').map((row) =>
        [...row.getElementsByTagName('a:tc')].map((cell) => cell.textContent ?? ''),
      );
      rows.forEach((row, at) => {
        columns.forEach(({ align }, column) => {
          if (align === 'right') expect(shown[at + 1]?.[column], page.id).toBe(row[column]);
        });
      });
    }
  });

  it('are the same bytes again', async () => {
    expect(Buffer.compare(packed, await written(pages))).toBe(0);
  });

  it('have a native chart or a table wherever there is one for them', () => {
    const kinds = new Map(
      charts.map((subject) => {
        const { body } = pageNamed(pages, subject);
        return [subject, body.kind === 'table' ? 'table' : pageChart(body) === null ? 'picture' : 'chart'];
      }),
    );
    const pictures = [...kinds].filter(([, kind]) => kind === 'picture').map(([subject]) => subject);
    expect(pictures).toEqual([
      'multiples',
      'milestones',
      'milestones:events=all',
      'sweep:over=deals.cloud.capacity.phases.first.power:and=generations.chip.price.list:steps=4',
      'money',
      'money:until=2026-12:netted=yes',
    ]);
  });

  it('say in a table what a picture shows', () => {
    for (const page of pages) {
      const table = bodyTable(page.body);
      expect(table.rows.length, page.id).toBeGreaterThan(0);
      for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
    }
  });

  it('are found again by a refresh, which then has nothing to do', async () => {
    const result = await refreshDeck(packed, document, pages, unattended);
    invariant(result.ok && result.value, 'the deck is refreshed');
    expect(result.value.changes.moved).toEqual([]);
    expect(result.value.changes.missing).toEqual([]);
    expect(deckFaults(result.value.bytes)).toEqual([]);
  });

  it('take the numbers of another run, and a second refresh finds nothing left to do', async () => {
    const other = await askedDocument([askedText.replace('seed: 7', 'seed: 8'), otherText], { charts });
    const moved = pagesOf(other, { charts });
    const first = await refreshDeck(packed, other, moved, unattended);
    invariant(first.ok && first.value, 'the deck is refreshed');
    const subjects = first.value.changes.moved.map(({ page }) => page.slice(page.indexOf('/') + 1));
    for (const subject of ['distribution', 'river', 'sensitivity', 'overlay', 'difference', 'outcomes'])
      expect(subjects).toContain(subject);
    expect(deckFaults(first.value.bytes)).toEqual([]);
    const second = await refreshDeck(first.value.bytes, other, moved, unattended);
    expect(second.ok && second.value?.changes.moved).toEqual([]);
  });
});

describe('the numbers behind a chart are the engine’s', () => {
  it('tornado', () => {
    const { result } = answer('sensitivity', 'tornado');
    invariant(result.method === 'tornado', 'a tornado');
    const column = columnsOf('tornado');
    const order = [...result.inputs.keys()]
      .filter((at) => result.atP10[at] !== result.atP90[at])
      .sort((a, b) => swing(b) - swing(a));
    function swing(at: number): number {
      return Math.abs(result.method === 'tornado' ? (result.atP90[at] ?? 0) - (result.atP10[at] ?? 0) : 0);
    }
    const change = (values: Float64Array) => order.map((at) => ((values[at] ?? 0) - result.central) * 1e-9);
    near(column('Input at its low end'), change(result.atP10));
    near(column('Input at its high end'), change(result.atP90));
  });

  it('distribution, with every draw counted up to the end of a bar', () => {
    const { result } = answer('distribution', 'distribution');
    invariant(result.histogram, 'there is a histogram');
    const { edges, shares } = result.histogram;
    const column = columnsOf('distribution');
    const shown = column('Share of draws');
    const from =
      [...shares.keys()].find((bar) => Math.abs((shares[bar] ?? 0) * 100 - (shown[0] ?? -1)) < 1e-12) ?? 0;
    near(shown, scaled(shares.slice(from, from + shown.length), 100));
    let sum = 0;
    const cumulative = Array.from(shares, (share) => {
      sum += share;
      return sum * 100;
    });
    near(column('Up to the end of the bar (right axis)'), cumulative.slice(from, from + shown.length));
    expect(edges).toHaveLength(shares.length + 1);
    expect(sum).toBeCloseTo(1, 12);
  });

  it('probability', () => {
    const { result } = answer('distribution', 'probability:least=10000000000');
    const column = columnsOf('probability:least=10000000000');
    near(column('By the month'), scaled(result.probability?.by ?? [], 100));
    near(column('In the month'), scaled(result.probability?.at ?? [], 100));
  });

  it.each(['river', 'river:method=sobol'])('%s', (subject) => {
    const { result } = answer('sensitivity', subject);
    const column = columnsOf(subject);
    const count = result.months.length;
    const values = (input: number) =>
      Array.from(result.shares.slice(input * count, (input + 1) * count), (share) => Math.max(0, share || 0));
    const sums = Array.from({ length: count }, (_, at) =>
      result.inputs.reduce((sum, _input, input) => sum + (values(input)[at] ?? 0), 0),
    );
    const wholes = sums.map((sum) => (result.method === 'sobol' ? Math.max(1, sum) : sum));
    const input = result.inputs.findIndex(({ key }) => key === 'deals.cloud.capacity.phases.first.power');
    const label = result.inputs[input]?.label ?? '';
    near(
      column(label.charAt(0).toUpperCase() + label.slice(1)),
      values(input).map((share, at) => ((wholes[at] ?? 0) > 0 ? (100 * share) / (wholes[at] ?? 1) : 0)),
    );
  });

  it('line family of a sweep', () => {
    const subject = 'sweep:over=deals.cloud.capacity.phases.first.power';
    const { result } = answer('sweep', subject);
    const columns = [...behind(pageNamed(pages, subject)).values()].slice(1);
    expect(columns).toHaveLength(result.first.values.length);
    columns.forEach((values, row) => {
      near(values, scaled(result.paths.slice(row * result.months, (row + 1) * result.months), 1e-9));
    });
  });

  it('sweep over draws', () => {
    const subject = 'sweep:over=deals.cloud.capacity.phases.first.power:draws=64';
    const { result } = answer('sweep', subject);
    const column = columnsOf(subject);
    near(column('Median'), scaled(result.figures, 1e-9));
    near(column('P10 to P90, lower edge'), scaled(result.inDraws?.p10 ?? [], 1e-9));
    const upper = column('P10 to P90').map(
      (width, at) => width + (column('P10 to P90, lower edge')[at] ?? 0),
    );
    near(upper, scaled(result.inDraws?.p90 ?? [], 1e-9));
  });

  it('heat map: the figures of the picture', () => {
    const subject =
      'sweep:over=deals.cloud.capacity.phases.first.power:and=generations.chip.price.list:steps=4';
    const { result } = answer('sweep', subject);
    const { body } = pageNamed(pages, subject);
    invariant(body.kind === 'heat-map', 'a heat map');
    near(body.heatMap.values.flat(), scaled(result.figures, 1e-9));
  });

  it('goal seek', () => {
    const subject = 'seek:by=deals.cloud.capacity.phases.first.power:target=20000000000';
    const { result } = answer('seek', subject);
    const column = columnsOf(subject);
    near(column('Billed spend, cumulative'), scaled(result.tried.figures, 1e-9));
    near(
      column('Target $20.0B'),
      result.tried.figures.length === 0 ? [] : new Array(result.tried.figures.length).fill(20),
    );
  });

  it('overlay', () => {
    const { outcomes } = comparison('outcomes', 'overlay');
    const column = columnsOf('overlay');
    outcomes.scenarios.forEach(({ bands }, at) => {
      const mean = bands.find(({ id }) => id === 'spend.billed.cumulative')?.mean ?? new Float64Array();
      near(column(['Small deal', 'Small deal, more and later'][at] ?? ''), scaled(mean, 1e-9));
    });
  });

  it('bridge over draws', () => {
    const subject = 'bridge:statistic=mean:by=theme';
    const [bridge] = comparison('bridges', subject).bridges;
    invariant(bridge, 'there is a bridge');
    const column = columnsOf(subject);
    const totals = column('Total').filter(Number.isFinite);
    const { body } = pageNamed(pages, subject);
    invariant(body.kind === 'waterfall' && body.waterfall.unit === '$M', 'a bridge in millions');
    near(totals, [bridge.from * 1e-6, bridge.to * 1e-6]);
    const sum = bridge.parts.reduce((all, { effect }) => all + effect, 0);
    expect(sum).toBeCloseTo(bridge.to - bridge.from, 0);
    expect(bridge.statistic).toBe('mean');
  });

  it('paired difference', () => {
    const { outcomes } = comparison('outcomes', 'difference');
    const histogram = outcomes.focus?.histograms[1];
    invariant(histogram, 'there is a histogram');
    const shown = columnsOf('difference')('Share of draws');
    expect(shown.reduce((sum, share) => sum + share, 0)).toBeGreaterThan(98.9);
    for (const share of shown)
      expect(
        Array.from(histogram.shares, (one) => Math.abs(one * 100 - share)).some((gap) => gap < 1e-9),
      ).toBe(true);
  });

  it('beliefs against decisions', () => {
    const [corners] = comparison('corners', 'corners').corners;
    invariant(corners, 'there are corners');
    const column = columnsOf('corners');
    for (const { beliefs, isDecided, values } of corners.corners)
      near(column(`${beliefs}, ${isDecided ? 'with' : 'without'}`), scaled(values, 1e-9));
  });
});
