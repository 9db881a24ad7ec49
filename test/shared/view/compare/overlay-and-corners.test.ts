import { describe, expect, it } from 'vitest';
import { uncontrolled } from '#shared/engine/control.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { centralBridge } from '#shared/scenario/compare/bridge.ts';
import { cornersOf } from '#shared/scenario/compare/corners.ts';
import { fourWayChart, fourWayTable } from '#shared/view/compare/four-way.ts';
import type { ComparedScenario, ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';
import { overlayChart, smallMultiples } from '#shared/view/compare/overlay.ts';
import { modelOf, shippedSide } from '../../../support/compared.ts';

const power: MeasureInfo = {
  id: 'capacity.online',
  label: 'power online',
  unit: 'MW',
  kind: 'stock',
  meaning: 'Power online at the end of the month.',
  formula: '',
};

function scenario(id: string, year: number, values: readonly number[]): ComparedScenario {
  return {
    id,
    title: id,
    start: { year, month: 1 },
    months: values.length,
    hash: id,
    bands: [],
    central: [{ id: power.id, values: Float64Array.from(values) }],
    marks: [],
  };
}

const outcomes: ComparisonOutcomes = {
  base: 0,
  scenarios: [scenario('early', 2026, [1000, 2000, 3000]), scenario('late', 2027, [500, 750])],
  rows: [],
  focus: null,
  done: 0,
  wanted: 0,
  asked: 0,
  took: 0,
};

const names = ['Early', 'Late'];

describe('scenarios over one another', () => {
  it('stand on the time line of the base, each at its own months, without an answer elsewhere', () => {
    const view = overlayChart(outcomes, power, { shown: 'central', names });
    const [early, late] = view?.series ?? [];
    expect(early?.values).toHaveLength(14);
    expect([...(early?.values ?? [])].slice(0, 4)).toEqual([1, 2, 3, Number.NaN]);
    expect([...(late?.values ?? [])].slice(11)).toEqual([Number.NaN, 0.5, 0.75]);
    expect(view?.finding).toContain('(Early)');
    expect(view?.finding).toContain('(Late)');
  });

  it('are told apart by dash as well as by colour', () => {
    const series = overlayChart(outcomes, power, { shown: 'central', names })?.series ?? [];
    expect(new Set(series.map(({ dash }) => dash)).size).toBe(series.length);
    expect(new Set(series.map(({ tone }) => tone)).size).toBe(series.length);
  });

  it('share one axis when each has a chart of its own', () => {
    const multiples = smallMultiples(outcomes, power, { shown: 'central', names });
    expect(multiples?.views).toHaveLength(2);
    expect(multiples?.range.min).toBeLessThanOrEqual(0);
    expect(multiples?.range.max).toBeGreaterThanOrEqual(3);
  });

  it('are not drawn for a measure none of them has', () => {
    expect(overlayChart(outcomes, { ...power, id: 'nothing' }, { shown: 'central', names })).toBeNull();
  });
});

describe('beliefs and decisions', () => {
  const at = { year: 2034, month: 12 };
  const base = shippedSide('amazon-anthropic');
  const other = shippedSide('3-gw', (text) => `${text}\nassumptions: { slip: 6 months }\n`);
  const model = modelOf(base, other, power.id, at, { grouping: 'tag' });

  it('are four lines whose ends are the two scenarios', () => {
    const corners = cornersOf(model);
    if (!corners.ok) throw new Error(corners.error.message);
    const bridge = centralBridge(model, at, uncontrolled);
    if (!bridge.ok) throw new Error('the bridge is made');
    const month = (at.year - 2026) * 12 + at.month - 4;
    const value = (beliefs: string, isDecided: boolean) =>
      corners.value.corners.find((one) => one.beliefs === beliefs && one.isDecided === isDecided)?.values[
        month
      ];
    expect(value('old', false)).toBe(bridge.value.from);
    expect(value('new', true)).toBe(bridge.value.to);
    const chart = fourWayChart(corners.value);
    expect(chart?.series).toHaveLength(4);
    expect(fourWayTable(bridge.value).rows).toHaveLength(2);
  });
});
