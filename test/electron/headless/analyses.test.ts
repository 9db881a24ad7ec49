import { describe, expect, it } from 'vitest';
import { uncertainText } from '../engine/analysis/bench.ts';
import { builtRoot } from './built-root.ts';

const file = 'deal.scenario.yaml';
const billed = ['--of', 'spend.billed.cumulative'];
const power = 'deals.cloud.capacity.phases.first.power';
const price = 'generations.chip.price.list';
const root = () => builtRoot({ [file]: uncertainText });

describe('offtake sensitivity', () => {
  it('names the input that matters most first, by every method', async () => {
    const { offtake } = await root();
    for (const method of ['rank', 'tornado', 'sobol']) {
      const { code, out, errors } = await offtake(['sensitivity', file, ...billed, '--method', method]);
      expect([code, errors]).toEqual([0, []]);
      const lines = out.split('\n');
      const head = lines.findIndex((line) => line.startsWith('input '));
      expect(lines[head + 1]).toContain(power);
      expect(lines[head + 2]).toContain(price);
    }
  });

  it('gives the same as JSON, by month too where asked', async () => {
    const { offtake } = await root();
    const { out } = await offtake([
      'sensitivity',
      file,
      ...billed,
      '--at',
      '2027-03',
      '--json',
      '--by-month',
    ]);
    const found = JSON.parse(out);
    expect(found).toMatchObject({
      scenario: { title: 'Uncertain deal', file, seed: 7 },
      of: { id: 'spend.billed.cumulative', unit: 'USD' },
      at: '2027-03',
      method: 'rank',
      runs: 2048,
    });
    const input = found.inputs.find((one: { key: string }) => one.key === power);
    expect(input.rank).toBeGreaterThan(0.5);
    expect(found.byMonth.months).toHaveLength(24);
    expect(found.byMonth.shares[power][14]).toBe(input.contribution);
  });

  it.each([
    [['sensitivity', file], '--of MEASURE'],
    [['sensitivity', file, '--of', 'spend.biled'], 'did you mean spend.billed'],
    [['sensitivity', file, ...billed, '--method', 'magic'], 'rank, tornado or sobol'],
    [['sensitivity', file, ...billed, '--at', '2031-01'], 'from 2026-01 to 2027-12'],
    [['sensitivity', file, ...billed, '--rows', 'many'], 'whole number'],
    [['sensitivity', file, ...billed, '--method', 'sobol', '--rows', '3'], 'from 64 to 65536'],
    [['sensitivity', file, ...billed, '--rows', '128'], 'add --method sobol'],
    [['sensitivity', file, ...billed, '--by-month'], 'add --json'],
    [['sensitivity', file, '--of', 'x'], 'expected is one such as capacity.'],
    [['seek', file, ...billed, '--to', '$30B'], '--input KEY'],
    [['seek', file, ...billed, '--input', power], '--to TARGET'],
    [['seek', file, ...billed, '--input', power, '--to', '3 GW'], 'amount of money'],
    [['seek', file, ...billed, '--input', `${power}=2 GW..1 GW`, '--to', '$30B'], 'smaller one'],
    [['seek', file, ...billed, '--input', `${power}=2 GW`, '--to', '$30B'], 'LOW..HIGH'],
    [['seek', file, ...billed, '--input', power, '--to', '$30B', '--in', 'half'], 'share of the draws'],
    [['sweep', file, ...billed], '--input KEY'],
    [['sweep', file, ...billed, '--input', `${power}x`], `did you mean ${power}`],
    [['sweep', file, ...billed, '--input', power, '--steps', '1'], 'from 2 to 200'],
    [['sweep', file, ...billed, '--input', power, '--steps', '3,4'], 'add --against KEY'],
    [['sweep', file, ...billed, '--input', power, '--against', price, '--steps', '3,4,5'], 'one or two'],
    [['sweep', file, ...billed, '--input', power, '--against', power], `Both inputs are ${power}`],
    [['sweep', file, ...billed, '--input', `${power}=-1 GW..1 GW`], 'it must be 0 GW to 1000 GW'],
    [['sweep', file, ...billed, '--input', power, '--draws', 'all'], 'from 64 to 100000'],
    [['sweep', file, ...billed, '--input', power, '--draws', '10'], '--draws 10: a whole number from 64'],
    [
      ['seek', file, ...billed, '--input', power, '--to', '$30B', '--in', '90 %', '--draws', '63'],
      '--draws 63: a whole number from 64',
    ],
    [
      ['seek', file, ...billed, '--input', power, '--to', '$30B', '--draws', '100'],
      'in which share of them with --in',
    ],
  ])('%j is wrong use', async (args, words) => {
    const { code, errors } = await (await root()).offtake(args);
    expect(code).toBe(2);
    expect(errors.join('\n')).toContain(words);
  });

  it('ends with 130 and one line when stopped', async () => {
    const { offtake } = await root();
    const long = ['sensitivity', file, ...billed, '--method', 'sobol', '--rows', '65536'];
    expect(await offtake(long, true)).toEqual({ code: 130, out: '', errors: ['Stopped.'] });
    const draws = ['simulate', file, '--draws', '200000'];
    expect(await offtake(draws, true)).toEqual({ code: 130, out: '', errors: ['Stopped.'] });
  });
});

describe('offtake seek', () => {
  it('says the value that brings the measure to the target, and finds it again when it is written down', async () => {
    const { offtake } = await root();
    const { code, out } = await offtake(['seek', file, ...billed, '--to', '$30B', '--input', power]);
    expect(code).toBe(0);
    expect(out).toMatch(/^Power · first · cloud of [\d.]+ [GM]W brings .* to \$30\.0B\n/);
    const { out: json } = await offtake([
      'seek',
      file,
      ...billed,
      '--to',
      '$30B',
      '--input',
      power,
      '--json',
    ]);
    const value = JSON.parse(json).solutions[0].value as number;
    const text = uncertainText.replace('"uniform(500, 1500) MW"', `${value} MW`);
    const { offtake: again } = await builtRoot({ [file]: text });
    const { out: run } = await again(['run', file, '--json']);
    const final = JSON.parse(run).measures['spend.billed.cumulative'].values.at(-1) as number;
    expect(final / 30e9).toBeCloseTo(1, 9);
  });

  it('ends with 1 where the target is out of reach, and says how near one comes', async () => {
    const { offtake } = await root();
    const { code, out } = await offtake(['seek', file, ...billed, '--to', '$900B', '--input', power]);
    expect(code).toBe(1);
    expect(out).toMatch(/^No power · first · cloud between .*\nIt goes from \$/);
  });

  it('seeks in a share of the draws', async () => {
    const { offtake } = await root();
    const found = async (share: string) => {
      const { out } = await offtake([
        ...['seek', file, ...billed, '--to', '$30B', '--input', power, '--in', share],
        ...['--draws', '512', '--json'],
      ]);
      return JSON.parse(out).solutions[0].value as number;
    };
    expect(await found('90 %')).toBeGreaterThan(await found('50 %'));
  });
});

describe('offtake sweep', () => {
  it('prints a line for each value, and a table for two inputs', async () => {
    const { offtake } = await root();
    const one = await offtake([
      'sweep',
      file,
      ...billed,
      '--input',
      `${power}=500 MW..1.5 GW`,
      '--steps',
      '3',
    ]);
    expect(one.out).toMatch(/\n500 MW +\$\d+\.\dB\n1 GW +\$\d+\.\dB\n1\.5 GW +\$\d+\.\dB\n/);
    const two = await offtake([
      ...['sweep', file, ...billed, '--input', power, '--against', price, '--steps', '3,4', '--json'],
    ]);
    const { figures, input, against } = JSON.parse(two.out);
    expect([input.values.length, against.values.length]).toEqual([3, 4]);
    expect(figures.map((row: number[]) => row.length)).toEqual([4, 4, 4]);
    expect(figures[2][3]).toBeGreaterThan(figures[0][0]);
  });

  it('prints percentiles over draws, and gives the same as JSON', async () => {
    const { offtake } = await root();
    const asked = ['sweep', file, ...billed, '--input', `${power}=500 MW..1.5 GW`, '--steps', '3'];
    const { code, out } = await offtake([...asked, '--draws', '500']);
    expect(code).toBe(0);
    const figure = '\\$\\d+\\.\\d+B';
    expect(out).toMatch(/over the same 500 draws/);
    expect(out).toMatch(new RegExp(` P10 +P50 +P90\n500 MW +${figure} +${figure} +${figure}\n1 GW`));
    const { p10, p50, p90, p50Error, answered, draws, runs } = JSON.parse(
      (await offtake([...asked, '--draws', '500', '--json'])).out,
    );
    expect([draws, runs, answered]).toEqual([500, 1500, [1, 1, 1]]);
    for (const place of [0, 1, 2]) {
      expect(p10[place]).toBeLessThan(p50[place]);
      expect(p50[place]).toBeLessThan(p90[place]);
      expect(p50Error[place]).toBeGreaterThan(0);
      expect(p50Error[place]).toBeLessThan((p90[place] - p10[place]) / 10);
    }
    const two = await offtake([...asked, '--against', `${price}`, '--draws', '64', '--json']);
    expect(JSON.parse(two.out).p50.map((row: number[]) => row.length)).toEqual([3, 3, 3]);
    const map = await offtake([...asked, '--against', price, '--draws', '64']);
    expect(map.out).toMatch(/^The median of [^\n]*\n[^\n]*\n\n[^\n]* ↓ /);
  });
});

describe('offtake actuals', () => {
  it('says where what was observed lies, and how the fan moves under it, as words and as JSON', async () => {
    const { offtake } = await root();
    const { code, out, errors } = await offtake(['actuals', file]);
    expect([code, errors]).toEqual([0, []]);
    expect(out).toMatch(/^Weighted by fit, 2,048 draws tell as much as \d+ would/);
    expect(out).toMatch(/\ncapacity\.online +Jun 2026 +900\sMW +±100\sMW +\d+\s% of draws below/);
    expect(out).toMatch(/\nspend\.billed\.cumulative +\$[^\n]*\) +\$[^\n]*\)\n/);
    const { draws, effectiveDraws, refusal, bands, weighted, observations } = JSON.parse(
      (await offtake(['actuals', file, '--measures', 'capacity.online', '--json'])).out,
    );
    expect([draws, refusal, Object.keys(bands)]).toEqual([2048, null, ['capacity.online']]);
    expect(observations.map((one: { at: string }) => one.at)).toEqual(['2026-06', '2026-06']);
    expect(effectiveDraws).toBeLessThan(draws);
    const width = ({ p5, p95 }: { p5: number[]; p95: number[] }) => (p95[5] ?? 0) - (p5[5] ?? 0);
    expect(width(weighted['capacity.online'])).toBeLessThan(0.7 * width(bands['capacity.online']));
  });

  it('refuses percentiles under weights that have collapsed, and ends with 1', async () => {
    const text = uncertainText.replace('"normal(900, 100) MW"', '"normal(1600, 1) MW"');
    const { offtake } = await builtRoot({ [file]: text });
    const { code, out, errors } = await offtake(['actuals', file, '--json']);
    expect(code).toBe(1);
    expect(errors.join(' ')).toMatch(/Only \d+ of 2048 draws fit .*at least 50 are needed/);
    const said = JSON.parse(out);
    expect([said.weighted, typeof said.refusal]).toEqual([{}, 'string']);
    expect(Object.keys(said.bands)).toContain('capacity.online');
  });

  it('says where observations are written when there are none', async () => {
    const { offtake } = await builtRoot({
      [file]: uncertainText.slice(0, uncertainText.indexOf('actuals:')),
    });
    const { code, errors } = await offtake(['actuals', file]);
    expect(code).toBe(1);
    expect(errors.join(' ')).toMatch(/Write them as actuals:/);
  });
});

describe('offtake sources', () => {
  it('says who says what and what it does, as words and as JSON', async () => {
    const text = uncertainText
      .replace(
        'ceiling: 2 GW',
        'ceiling: { value: 2 GW, reported: [ { value: 2 GW, source: a }, { value: 1.2 GW, source: b } ] }',
      )
      .concat('sources: { a: { title: A }, b: { title: B } }\n');
    const { offtake } = await builtRoot({ [file]: text });
    const said = await offtake(['sources', file]);
    expect([said.code, said.errors]).toEqual([0, []]);
    expect(said.out).toContain('reported: 2 GW (a), 1.2 GW (b)');
    const { out } = await offtake(['sources', file, '--measures', 'capacity.online', '--json']);
    const found = JSON.parse(out);
    expect(found.measures).toMatchObject([
      { id: 'capacity.online', central: 1400, lowest: 1200, highest: 1400 },
    ]);
    expect(found.inputs[0].reported[1]).toMatchObject({ source: 'b', figures: { 'capacity.online': 1200 } });
  });

  it('says what the range of each assumption alone does, as the tornado does', async () => {
    const text = uncertainText
      .replace('ceiling: 2 GW', 'ceiling: =site')
      .concat('assumptions: { site: { value: "uniform(1, 1.3) GW", meaning: what the site bears } }\n');
    const { offtake } = await builtRoot({ [file]: text });
    const said = await offtake(['sources', file, '--measures', 'capacity.online']);
    expect(said.out).toContain(
      'assumptions.site: 1.15 GW in use; nobody knows, P10 to P90 1.03 GW to 1.27 GW',
    );
    const sources = await offtake(['sources', file, '--measures', 'capacity.online', '--json']);
    const tornado = await offtake([
      'sensitivity',
      file,
      '--of',
      'capacity.online',
      '--method',
      'tornado',
      '--json',
    ]);
    const [site] = JSON.parse(sources.out).unknowns;
    const bar = JSON.parse(tornado.out).inputs.find(({ key }: { key: string }) => key === 'assumptions.site');
    expect(site.ends.map((end: { value: number }) => end.value)).toEqual([bar.p10, bar.p90]);
    expect(site.ends.map((end: { figures: object }) => Object.values(end.figures)[0])).toEqual([
      bar.atP10,
      bar.atP90,
    ]);
  });

  it('says so where no source contradicts another, and refuses what is no measure', async () => {
    const { offtake } = await root();
    expect((await offtake(['sources', file])).out).toBe(
      'No source of this scenario contradicts another.\n\nConditional on the assumptions of the file.\n',
    );
    const wrong = await offtake(['sources', file, '--measures', 'capacity.onlin']);
    expect([wrong.code, wrong.errors.join()]).toEqual([2, expect.stringContaining('capacity.online')]);
  });
});

describe('every report of an analysis', () => {
  it.each([
    ['sensitivity', ...billed],
    ['seek', ...billed, '--to', '$30B', '--input', power],
    ['sweep', ...billed, '--input', power],
    ['sources'],
  ])('of %s says that it is conditional', async (command, ...words) => {
    const { offtake } = await root();
    const { code, out, errors } = await offtake([command, file, ...words]);
    expect([code, errors]).toEqual([0, []]);
    expect(out).toMatch(/\n\nConditional on the assumptions of the file\.\n$/);
  });
});
