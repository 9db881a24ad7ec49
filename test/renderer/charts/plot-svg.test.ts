import { describe, expect, it } from 'vitest';
import { roundRange } from '#shared/view/axis-range.ts';
import { buildChart } from '#shared/view/catalogue.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { chartExtent } from '#shared/view/extent.ts';
import { lens } from '#shared/view/lens.ts';
import { readPalette } from '../../../renderer/charts/palette.ts';
import { plotSvg } from '../../../renderer/charts/plot-svg.ts';
import { sampleProjection } from '../../support/sample-projection.ts';

const palette = readPalette((name) => `token:${name}`);

function view(id: string): ChartView {
  const made = buildChart(lens(sampleProjection(), null, 'month'), id, { isCumulative: true });
  if (!made) throw new Error(`no chart ${id}`);
  return made;
}

describe('plotSvg', () => {
  const frame = (chart: ChartView) => ({
    width: 520,
    range: roundRange(chartExtent(chart)),
    months: [0, 144] as const,
    isLogarithmic: false,
    palette: { ...palette, font: 'Inter, sans-serif' },
  });

  it('draws every series without a page, in the colours it is given', () => {
    const chart = view('compute');
    const text = plotSvg(chart, frame(chart), 260);
    expect(text).toMatch(/^<svg [^>]*width="520" height="260"/);
    for (const { tone } of chart.series) expect(text).toContain(palette.tones[tone]);
  });

  it('escapes the names of series', () => {
    const chart = view('compute');
    const named = { ...chart, series: chart.series.map((one) => ({ ...one, label: 'R&D <i>' })) };
    const text = plotSvg(named, frame(named), 260);
    expect(text).toContain('R&amp;D &lt;i&gt;');
    expect(text).not.toContain('<i>');
  });
});
