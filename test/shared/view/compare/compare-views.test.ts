import { describe, expect, it } from 'vitest';
import { uncontrolled } from '#shared/engine/control.ts';
import type { MeasureInfo, Projection } from '#shared/engine/projection.ts';
import { centralBridge } from '#shared/scenario/compare/bridge.ts';
import { figureWriter, percentChange } from '#shared/view/compare/figures.ts';
import { inputTable, sideText, sourcesText } from '#shared/view/compare/input-table.ts';
import { milestones } from '#shared/view/compare/milestones.ts';
import { outcomeTable } from '#shared/view/compare/outcome-table.ts';
import type { OutcomeCell, OutcomeRow, PairCell } from '#shared/view/compare/outcomes.ts';
import { waterfall } from '#shared/view/compare/waterfall.ts';
import { differencesOf, modelOf, shippedSide } from '../../../support/compared.ts';

const at = { year: 2030, month: 12 };
const money: MeasureInfo = {
  id: 'spend.billed.cumulative',
  label: 'billed spend',
  unit: 'USD',
  kind: 'stock',
  meaning: '',
  formula: '',
};

describe('figures of a comparison', () => {
  const write = figureWriter(money, [120e9, -3e9]);

  it('stand in one unit, with no more digits than the sampling error supports', () => {
    expect([write.value(116.917e9), write.value(116.917e9, 0.38e9)]).toEqual(['$117B', '$117B']);
    expect([write.value(3.4567e9), write.value(3.4567e9, 0.38e9)]).toEqual(['$3.46B', '$3.5B']);
    expect([write.value(3.4567e9, 0.038e9), write.value(3.4567e9, 2e9)]).toEqual(['$3.46B', '$3B']);
    expect(write.error(0.38e9)).toBe('±\u202f0.38');
    expect(write.error(12e9)).toBe('±\u202f12');
  });

  it('show changes with their sign, shares in points, and no unit twice', () => {
    expect([write.change(2e9), write.change(-2e9), write.change(0)]).toEqual(['+$2.00B', '−$2.00B', '$0B']);
    const share = figureWriter({ id: 'circularity.recycled-share', unit: '1' }, [0.19]);
    expect([share.value(0.191), share.change(-0.0786)]).toEqual(['19.1\u202f%', '−7.86\u202fpp']);
    const price = figureWriter({ id: 'spend.per-gw-year', unit: 'USD/GW-year' }, [11e9]);
    expect(price.change(3.25e9)).toBe('+$3.25B');
  });

  it('tell relative changes, and nothing where there is nothing to be relative to', () => {
    expect([percentChange(-24.3, 116), percentChange(1, 0), percentChange(0, 5)]).toEqual([
      '−21\u202f%',
      '–',
      '0.0\u202f%',
    ]);
    expect(percentChange(5, -50)).toBe('+10\u202f%');
  });
});

describe('the table of outcomes', () => {
  const cell = (mean: number): OutcomeCell => ({
    central: mean,
    mean,
    meanError: 0.5e9,
    p5: mean - 10e9,
    p50: mean,
    p95: mean + 10e9,
    answered: 1,
  });
  const pair: PairCell = {
    central: -20e9,
    mean: -20e9,
    meanError: 0.05e9,
    unpairedError: 0.7e9,
    p5: -25e9,
    p50: -20e9,
    p95: -15e9,
    higher: 0.125,
    higherError: 0.01,
    answered: 1,
  };
  const row: OutcomeRow = { measure: money, at, cells: [cell(100e9), cell(80e9)], pairs: [null, pair] };

  it('gives each scenario its figure, and its change with a paired error', () => {
    const [line] = outcomeTable({ rows: [row], base: 0 }, at, 'mean');
    expect(line?.label).toBe('Billed spend');
    expect(line?.entries[0]).toMatchObject({ value: '$100B', change: null, range: '$90.0B – $110B' });
    expect(line?.entries[1]?.change).toEqual({
      absolute: '−$20.0B',
      percent: '−20\u202f%',
      error: '±\u202f0.050',
      higher: '13\u202f% ±\u202f1.0',
      gain: '14.0×',
      direction: 'down',
    });
  });

  it('shows the rows of its date only, and calls equal what is equal on every draw', () => {
    const none = { ...pair, mean: 0, meanError: 0, p5: 0, p95: 0, central: 0, higher: 0.5 };
    const equal: OutcomeRow = { ...row, pairs: [null, none] };
    const later: OutcomeRow = { ...row, at: { year: 2031, month: 12 } };
    const lines = outcomeTable({ rows: [equal, later], base: 0 }, at, 'mean');
    expect(lines).toHaveLength(1);
    expect(lines[0]?.entries[1]?.change?.higher).toBe('equal');
  });
});

describe('a bridge on screen', () => {
  const [base, other] = [shippedSide('amazon-anthropic'), shippedSide('skeptic')];
  const bridge = centralBridge(modelOf(base, other, 'spend.billed.cumulative', at), at, uncontrolled);
  if (!bridge.ok) throw new Error('the bridge of shipped scenarios can be built');

  it.each(['input', 'deal', 'theme'] as const)('leads from end to end without a gap, by %s', (grouping) => {
    const { bars } = waterfall(bridge.value, ['Base', 'Skeptic'], grouping);
    const [first, ...rest] = bars;
    const last = rest.pop();
    expect([first?.kind, last?.kind, first?.to, last?.to]).toEqual([
      'end',
      'end',
      bridge.value.from,
      bridge.value.to,
    ]);
    let level = first?.to ?? Number.NaN;
    for (const bar of rest) {
      expect(bar.from).toBe(level);
      level = bar.to;
    }
    expect(Math.abs(level - bridge.value.to)).toBeLessThan(1e-3);
    const shares = rest.reduce((sum, { share }) => sum + share, 0);
    expect(shares).toBeCloseTo(1, 9);
  });

  it('puts the small ones into one bar where there are many', () => {
    const { bars } = waterfall(bridge.value, ['Base', 'Skeptic'], 'input', 3);
    expect(bars.map(({ kind }) => kind)).toEqual(['end', 'part', 'part', 'rest', 'end']);
    expect(bars[3]?.label).toMatch(/others$/);
  });

  it('orders the inputs by effect, and says why some have none', () => {
    const lines = inputTable(differencesOf(base, other), bridge.value);
    const effects = lines.filter(({ remark }) => remark === '').map(({ effect }) => Math.abs(effect));
    expect(effects).toEqual([...effects].sort((one, two) => two - one));
    const [growth] = lines;
    expect(growth?.difference.id).toBe('assumptions.growth');
    expect(growth && [sideText(growth.difference.base), sideText(growth.difference.other)]).toEqual([
      'uniform(0.5, 1.5) GW',
      '0.5 GW',
    ]);
    const floor = inputTable(differencesOf(base, shippedSide('floor-110')), null)[0];
    expect(floor && sourcesText(floor.difference)).toBe('amazon-10q, binding → reuters-518, reported');
  });
});

describe('milestones that moved', () => {
  const projection = (start: Projection['start'], marks: Projection['marks']): Projection => ({
    start,
    months: 120,
    parties: [],
    series: [],
    ledger: [],
    marks,
    checks: [],
  });
  const mark = (kind: Projection['marks'][number]['kind'], key: string, month: number) => ({
    kind,
    key,
    deal: 'aws',
    month,
  });

  it('are matched by what they are, on one time line whatever the start, moved ones first', () => {
    const base = projection({ year: 2026, month: 4 }, [
      mark('phase', 'first', 2),
      mark('commitment', 'met', 60),
      mark('payback', 'payback', 100),
    ]);
    const other = projection({ year: 2026, month: 1 }, [
      mark('phase', 'first', 5),
      mark('commitment', 'met', 75),
      mark('ceiling', 'ceiling', 40),
    ]);
    const found = milestones([base, other], 0);
    expect(found.map(({ label, months, moves, isMoved }) => [label, months, moves[1], isMoved])).toEqual([
      ['Ceiling reached', [null, 37], 'new', true],
      ['Commitment met', [60, 72], '12 months later', true],
      ['Pay-back of the provider', [100, null], 'no longer happens', true],
      ['First energised', [2, 2], '', false],
    ]);
  });
});
