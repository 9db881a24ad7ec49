import { describe, expect, it } from 'vitest';
import type { Label } from '#shared/export/drawing/drawing.ts';
import { svg } from '#shared/export/drawing/svg.ts';
import { textWidth } from '#shared/export/drawing/text-width.ts';
import { buildChart } from '#shared/view/catalogue.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { lens } from '#shared/view/lens.ts';
import { readPalette } from '../../../../renderer/charts/palette.ts';
import { chartPicture } from '../../../../renderer/panels/copy/chart-picture.ts';
import { sampleProjection } from '../../../support/sample-projection.ts';

const projection = sampleProjection();
const palette = readPalette((name) => `token:${name}`);
const plot = { svg: '<svg id="plot"/>', width: 520, height: 260 };

function view(id: string, changes: Partial<ChartView> = {}): ChartView {
  const made = buildChart(lens(projection, null, 'month'), id, { isCumulative: true });
  if (!made) throw new Error(`no chart ${id}`);
  return { ...made, ...changes };
}

function labels(chart: ChartView, width = plot.width): Label[] {
  const { items } = chartPicture(chart, { ...plot, width }, palette).drawing;
  return items.filter((item) => item.kind === 'label');
}

const words = (chart: ChartView) =>
  labels(chart)
    .map(({ text }) => text)
    .join(' ');

describe('chartPicture', () => {
  it.each(['spend', 'capacity', 'compute'])('says of %s all that the card says, and the condition', (id) => {
    const chart = view(id);
    const said = words(chart);
    expect(said).toContain(chart.finding);
    expect(said).toContain(`${chart.topic}, ${chart.unit}`);
    expect(said).toContain('Conditional on these assumptions');
    expect(said).toContain(chart.ring);
    expect(said).toContain(chart.source);
    for (const { label } of chart.series) expect(said).toContain(label);
  });

  it.each([200, 360, 520, 900])('keeps every line inside a plot of %i points', (width) => {
    const sentence = 'Compute bought under the commitment outgrows what was promised for it by a factor. ';
    const chart = view('spend', { finding: sentence.repeat(4), source: sentence.repeat(4) });
    const { drawing } = chartPicture(chart, { ...plot, width }, palette);
    const all = labels(chart, width);
    for (const { text, x, size, weight } of all)
      expect(x + textWidth(text, size, weight)).toBeLessThanOrEqual(drawing.width - 16);
    expect(Math.max(...all.map(({ y }) => y))).toBeLessThan(drawing.height);
  });

  it('leaves the room of the plot to the plot, however much is said around it', () => {
    const sentence = 'Compute bought outgrows what was promised for it. ';
    for (const times of [1, 3, 9]) {
      const chart = view('spend', { finding: sentence.repeat(times) });
      const { inset } = chartPicture(chart, plot, palette);
      const [top, bottom] = [inset.y, inset.y + plot.height];
      for (const { y, size } of labels(chart)) expect(y <= top || y - size >= bottom).toBe(true);
    }
  });

  it('gives each series a sample in its colour and dash', () => {
    const [first] = view('spend').series;
    if (!first) throw new Error('no series');
    const line = { ...first, kind: 'line' as const, band: null };
    const chart = view('spend', {
      series: [
        { ...line, id: 'a', label: 'solid one', tone: 'data-1', dash: 'solid' },
        { ...line, id: 'b', label: 'dashed one', tone: 'data-2', dash: 'dashed' },
        { ...line, id: 'c', label: 'stacked one', tone: 'data-3', kind: 'area' },
      ],
    });
    const shapes = chartPicture(chart, plot, palette).drawing.items.filter((item) => item.kind === 'shape');
    const solid = shapes.find(({ stroke }) => stroke === 'token:data-1');
    const dashed = shapes.find(({ stroke }) => stroke === 'token:data-2');
    expect(solid).not.toHaveProperty('dash');
    expect(dashed?.dash).toEqual([6, 3]);
    expect(shapes.some(({ fill }) => fill === 'token:data-3')).toBe(true);
  });

  it('names fan and observations where they are drawn, and only there', () => {
    const [first] = view('spend').series;
    if (!first) throw new Error('no series');
    const { values } = first;
    const band = { p5: values, p25: values, p50: values, p75: values, p95: values };
    const fanned = view('spend', { series: [{ ...first, band, observed: [{ month: 3, value: 1 }] }] });
    expect(words(fanned)).toContain('P25–P75 within P5–P95');
    expect(words(fanned)).toContain('observed');
    const plain = view('spend', { series: [{ ...first, band: null }] });
    expect(words(plain)).not.toMatch(/P25|observed/);
  });

  it('escapes what scenarios call things, and carries the plot as it is', () => {
    const chart = view('spend', { finding: 'R&D <b>"grows"</b>', source: 'a < b & c' });
    const { drawing, inset } = chartPicture(chart, plot, palette);
    const text = svg(drawing, { inset });
    expect(text).toContain('R&amp;D &lt;b&gt;"grows"&lt;/b&gt;');
    expect(text).toContain('a &lt; b &amp; c');
    expect(text).not.toContain('<b>');
    expect(text.split(plot.svg)).toHaveLength(2);
  });
});
