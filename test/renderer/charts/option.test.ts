import { describe, expect, it } from 'vitest';
import { roundRange } from '#shared/view/axis-range.ts';
import { buildChart } from '#shared/view/catalogue.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { chartExtent } from '#shared/view/extent.ts';
import { lens } from '#shared/view/lens.ts';
import { timeTicks } from '#shared/view/time-ticks.ts';
import { monthAtPixel, pixelAtMonth } from '../../../renderer/charts/geometry.ts';
import { chartOption } from '../../../renderer/charts/option.ts';
import { readPalette } from '../../../renderer/charts/palette.ts';
import { sampleProjection } from '../../support/sample-projection.ts';

const projection = sampleProjection();
const palette = readPalette((name) => `token:${name}`);

function view(id: string): ChartView {
  const made = buildChart(lens(projection, null, 'month'), id, { isCumulative: true });
  if (!made) throw new Error(`no chart ${id}`);
  return made;
}

function option(chart: ChartView, width = 400, isLogarithmic = false) {
  const frame = {
    width,
    range: roundRange(chartExtent(chart)),
    months: [0, 144] as const,
    isLogarithmic,
    palette,
  };
  return chartOption(chart, frame) as Record<string, Record<string, unknown>>;
}

describe('chartOption', () => {
  it('gives the same option for the same data and frame', () => {
    expect(JSON.stringify(option(view('capacity')))).toBe(JSON.stringify(option(view('capacity'))));
  });

  it('starts a logarithmic axis above zero', () => {
    const axis = option(view('spend'), 400, true)['yAxis'];
    expect(axis?.['type']).toBe('log');
    expect(axis?.['min']).toBeGreaterThan(0);
  });

  it('gives a figure that is one power of ten throughout a decade', () => {
    const one = view('spend');
    const series = one.series.map((line) => ({ ...line, values: line.values.map(() => 10) }));
    const { min, max } = option({ ...one, series }, 400, true)['yAxis'] ?? {};
    expect([min, max]).toEqual([1, 10]);
  });

  it('says each power of ten of a logarithmic axis for what it is', () => {
    const label = option(view('spend'), 400, true)['yAxis']?.['axisLabel'] as {
      formatter: (value: number) => string;
    };
    const ticks = [1000, 10, 1, 0.1, 0.01, 0.001, 0.0001].map((value) => label.formatter(value));
    expect(ticks).toEqual(['1,000', '10', '1', '0.1', '0.01', '0.001', '0.0001']);
  });
});

describe('the time axis', () => {
  it('puts its ticks on Januaries where years are shown', () => {
    const ticks = timeTicks({ year: 2026, month: 4 }, [0, 144], 300);
    expect(ticks[0]).toEqual({ month: 21, label: '2028' });
    expect(ticks.every((tick) => (tick.month - 9) % 12 === 0)).toBe(true);
  });

  it('shows months in a close view and never more than fit', () => {
    expect(timeTicks({ year: 2026, month: 4 }, [0, 4], 400).map((tick) => tick.label)).toContain('Jun 2026');
    for (const width of [120, 300, 600, 1200]) {
      expect(timeTicks({ year: 2026, month: 4 }, [0, 360], width).length).toBeLessThanOrEqual(width / 40);
    }
  });

  it('maps pixels to months and back', () => {
    for (const month of [0, 17.25, 144]) {
      expect(monthAtPixel(pixelAtMonth(month, 420, [0, 144]), 420, [0, 144])).toBeCloseTo(month);
    }
    expect(monthAtPixel(-50, 420, [0, 144])).toBe(0);
    expect(monthAtPixel(5000, 420, [0, 144])).toBe(144);
  });
});
