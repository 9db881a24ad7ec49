import { describe, expect, it } from 'vitest';
import { roundRange } from '#shared/view/axis-range.ts';
import type { Fan } from '#shared/view/bands.ts';
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

function view(id: string, fan: Fan | null = null): ChartView {
  const made = buildChart(lens(projection, fan, 'month'), id, { isCumulative: true });
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
  return chartOption(chart, frame) as {
    series: { id: string; stack?: string; data: Float64Array }[];
  } & Record<string, Record<string, unknown>>;
}

describe('chartOption', () => {
  it('gives the same option for the same data and frame', () => {
    expect(JSON.stringify(option(view('capacity')))).toBe(JSON.stringify(option(view('capacity'))));
  });

  it('draws what stands at the end of a month there', () => {
    const { series } = option(view('compute'));
    const values = projection.series.find((one) => one.info.id === 'compute.h100e')?.values;
    expect(series[0]?.data[0]).toBe(1);
    expect(series[0]?.data[287]).toBeCloseTo((values?.[143] ?? 0) / 1e6);
  });

  it('stacks areas and leaves lines alone', () => {
    const { series } = option(view('capacity'));
    expect(series.filter((one) => one.stack === 'all')).toHaveLength(3);
    expect(series.find((one) => one.id.endsWith(':capacity.online'))?.stack).toBeUndefined();
  });

  it('lays both stripes of a fan between their percentiles', () => {
    const values =
      projection.series.find((one) => one.info.id === 'compute.h100e')?.values ?? new Float64Array();
    const by = (factor: number) => values.map((value) => value * factor);
    const bands = [{ id: 'compute.h100e', p5: by(0.5), p25: by(0.8), p50: values, p75: by(1.2), p95: by(2) }];
    const fan = { done: 1, wanted: 1, isSettled: true, worstError: 0, bands };
    const { series } = option(view('compute', fan));
    const low = series.find((one) => one.id === 'compute.h100e:p5')?.data[201] ?? Number.NaN;
    const rise = series.find((one) => one.id === 'compute.h100e:p5-p95')?.data[201] ?? Number.NaN;
    expect(low).toBeCloseTo(((values[100] ?? 0) * 0.5) / 1e6);
    expect(low + rise).toBeCloseTo(((values[100] ?? 0) * 2) / 1e6);
  });

  it('starts a logarithmic axis above zero', () => {
    const axis = option(view('spend'), 400, true)['yAxis'];
    expect(axis?.['type']).toBe('log');
    expect(axis?.['min']).toBeGreaterThan(0);
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
