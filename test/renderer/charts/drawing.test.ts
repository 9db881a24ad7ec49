import { init } from 'echarts/core';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { roundRange } from '#shared/view/axis-range.ts';
import type { Fan } from '#shared/view/bands.ts';
import { buildChart } from '#shared/view/catalogue.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { lens } from '#shared/view/lens.ts';
import type { ChartFrame } from '../../../renderer/charts/chart-frame.ts';
import { createDrawing } from '../../../renderer/charts/drawing.ts';
import { readPalette } from '../../../renderer/charts/palette.ts';
import { plotSvg } from '../../../renderer/charts/plot-svg.ts';
import { sampleProjection } from '../../support/sample-projection.ts';

const height = 220;
const palette = readPalette((name) =>
  name === 'font' ? 'sans-serif' : `#${name.length.toString(16).repeat(3)}`,
);
const months = [0, 144] as const;
const plain: ChartFrame = {
  width: 640,
  range: roundRange({ min: 0, max: 12 }),
  months,
  isLogarithmic: false,
  palette,
};

/** Too narrow for names at the ends of lines, as charts beside others are. */
const narrow: ChartFrame = { ...plain, width: 420 };

const projection = sampleProjection();
const grown = {
  ...projection,
  series: projection.series.map((one) => ({ ...one, values: one.values.map((value) => value * 1.25) })),
  marks: projection.marks.slice(1),
};
const fan: Fan = {
  done: 1,
  wanted: 1,
  isSettled: true,
  worstError: 0,
  bands: projection.series.map(({ info, values }) => {
    const by = (factor: number) => values.map((value) => value * factor);
    return { id: info.id, p5: by(0.5), p25: by(0.8), p50: values, p75: by(1.2), p95: by(2) };
  }),
};

function view(id: string, of = projection, bands: Fan | null = null): ChartView {
  const made = buildChart(lens(of, bands, 'month'), id, { isCumulative: true });
  if (!made) throw new Error(`no chart ${id}`);
  return made;
}

type Step = readonly [ChartView, ChartFrame];

/**
 * What is on the screen after some steps: every path and word with its place and its look. Without the names ECharts gives
 * anew each time, without lines of no length, and without the order of what lies at the same height.
 */
function pictureAfter(steps: readonly Step[]): string[] {
  const layer = () => init(null, null, { renderer: 'svg', ssr: true, width: 640, height });
  const layers = { figures: layer(), surround: layer() };
  const drawing = createDrawing(layers);
  for (const [shown, frame] of steps) drawing.draw(shown, frame, height);
  const lines = [layers.figures, layers.surround].flatMap((chart) => linesOf(chart.renderToSVGString()));
  drawing.dispose();
  return lines.sort();
}

function linesOf(svg: string): string[] {
  const lines = svg
    .replace(/zr\d+-[\w-]+/g, 'name')
    .replace(/ecmeta_\w+="[^"]*"/g, '')
    .split('\n');
  return lines.filter(
    (line) => /<(path|text|rect|polyline|polygon) /.test(line) && !line.includes('d=""') && !isGround(line),
  );
}

/** What the renderer lays under everything to catch pointers, once for every layer. */
const isGround = (line: string) => line.includes('fill="none"') && line.startsWith('<rect');

/** Counts how often each layer is set. */
function countingLayers() {
  const times = { figures: 0, surround: 0 };
  const layer = (name: keyof typeof times) => ({
    getWidth: () => plain.width,
    getHeight: () => height,
    setOption: () => {
      times[name] += 1;
    },
    resize: () => undefined,
    dispose: () => undefined,
  });
  return {
    times,
    drawing: createDrawing({ figures: layer('figures'), surround: layer('surround') } as never),
  };
}

describe('createDrawing', () => {
  it('moves outlines without setting anything where only figures of a narrow chart moved', () => {
    const layer = () => init(null, null, { renderer: 'svg', ssr: true, width: narrow.width, height });
    const layers = { figures: layer(), surround: layer() };
    const drawing = createDrawing(layers);
    const marks = view('spend').marks;
    drawing.draw(view('spend', projection, fan), narrow, height);
    const before = layers.figures.renderToSVGString();
    const sets = [layers.figures, layers.surround].map((one) => vi.spyOn(one, 'setOption'));
    const times = () => sets.reduce((sum, { mock }) => sum + mock.calls.length, 0);
    drawing.draw({ ...view('spend', grown), marks }, narrow, height);
    drawing.draw({ ...view('spend', grown, fan), marks }, narrow, height);
    expect(times()).toBe(0);
    expect(layers.figures.renderToSVGString()).not.toBe(before);
    drawing.draw({ ...view('spend', grown, fan), marks }, plain, height);
    expect(times()).toBe(2);
    drawing.dispose();
  });

  it('shows two series of one name as they would have been drawn', () => {
    const twice = (of: typeof projection): ChartView => {
      const [one, ...others] = view('capacity', of).series;
      if (one === undefined) throw new Error('no series');
      return { ...view('capacity'), series: [one, one, ...others] };
    };
    const last: Step = [twice(grown), narrow];
    expect(pictureAfter([[twice(projection), narrow], last])).toEqual(pictureAfter([last]));
  });

  it('draws nothing where nothing of the picture changed, and again for each thing that did', () => {
    const { times, drawing } = countingLayers();
    const drawn = (step: Step): boolean => {
      const before = times.figures + times.surround;
      drawing.draw(...step, height);
      return times.figures + times.surround > before;
    };
    expect(drawn([view('spend'), plain])).toBe(true);
    expect(drawn([{ ...view('spend'), finding: 'said otherwise' }, plain])).toBe(false);
    expect(drawn([view('spend', grown), plain])).toBe(true);
    expect(drawn([view('spend', grown, fan), plain])).toBe(true);
    expect(drawn([view('spend', grown, fan), plain])).toBe(false);
    const marked = { ...view('spend', grown, fan), marks: [{ month: 3, label: 'something' }] };
    expect(drawn([marked, plain])).toBe(true);
    expect(drawn([{ ...marked, references: [{ label: 'a level', from: 1, to: null }] }, plain])).toBe(true);
    expect(drawn([marked, { ...plain, months: [12, 60] }])).toBe(true);
    expect(drawn([marked, { ...plain, months: [12, 60] }])).toBe(false);
  });

  it('leaves what stands around the figures alone while only they move', () => {
    const { times, drawing } = countingLayers();
    drawing.draw(view('spend'), plain, height);
    const still = { ...view('spend', grown), marks: view('spend').marks };
    drawing.draw(still, plain, height);
    expect(times).toEqual({ figures: 2, surround: 1 });
    drawing.draw({ ...still, marks: [{ month: 3, label: 'something' }] }, plain, height);
    expect(times).toEqual({ figures: 2, surround: 2 });
    drawing.draw(still, { ...plain, range: roundRange({ min: 0, max: 40 }) }, height);
    expect(times.surround).toBe(3);
  });

  for (const id of ['capacity', 'spend', 'capital', 'compute', 'circularity']) {
    for (const isLogarithmic of [false, true]) {
      it(`lays over one another what a copy of ${id} shows as one${isLogarithmic ? ', in powers of ten' : ''}`, () => {
        const shown = {
          ...view(id, projection, fan),
          references: [
            { label: 'a range', from: 2, to: 4 },
            { label: 'a level', from: 3, to: null },
          ],
        };
        const frame = { ...plain, isLogarithmic };
        expect(pictureAfter([[shown, frame]])).toEqual(linesOf(plotSvg(shown, frame, height)).sort());
      });
    }
  }

  for (const id of ['capacity', 'spend', 'capital', 'compute']) {
    it(`shows ${id} as if nothing had been shown before`, () => {
      const last: Step = [view(id, grown), plain];
      const alone = pictureAfter([last]);
      const isLogarithmic = true;
      for (const before of [
        [view(id), plain],
        [view(id, projection, fan), plain],
        [view(id), { ...plain, isLogarithmic }],
        [view(id), { ...plain, months: [12, 60] }],
        [view(id), { ...plain, width: 400 }],
        [view('fleet'), plain],
      ] satisfies Step[]) {
        expect(pictureAfter([before, last])).toEqual(alone);
        expect(pictureAfter([last, before, last])).toEqual(alone);
      }
    });

    it(`shows ${id} as if nothing had been shown before, whatever came and went`, () => {
      const some: Fan = { ...fan, bands: fan.bands.filter((_, at) => at % 2 === 0) };
      const observed = (of: ChartView): ChartView => ({
        ...of,
        series: of.series.map((one, at) => (at === 1 ? { ...one, observed: [{ month: 9, value: 2 }] } : one)),
      });
      const { marks } = view(id);
      const views = [projection, grown]
        .flatMap((of) => [null, fan, some].map((bands) => ({ ...view(id, of, bands), marks })))
        .flatMap((one) => [one, observed(one)]);
      const steps = fc.array(fc.constantFrom(...views), { minLength: 2, maxLength: 6 });
      fc.assert(
        fc.property(steps, (shown) => {
          const all = shown.map((one): Step => [one, narrow]);
          expect(pictureAfter(all)).toEqual(pictureAfter(all.slice(-1)));
        }),
        { seed: 1, numRuns: 40 },
      );
    });

    it(`moves ${id} to where it would have been drawn`, () => {
      const still = { ...view(id, grown), marks: view(id).marks };
      for (const frame of [narrow, { ...narrow, isLogarithmic: true }]) {
        const alone = pictureAfter([[still, frame]]);
        const fanned: Step = [view(id, projection, fan), frame];
        expect(
          pictureAfter([
            [view(id), frame],
            [still, frame],
          ]),
        ).toEqual(alone);
        expect(pictureAfter([fanned, [still, frame]])).toEqual(alone);
        expect(pictureAfter([[still, frame], fanned])).toEqual(pictureAfter([fanned]));
        expect(pictureAfter([fanned, [still, frame], fanned])).toEqual(pictureAfter([fanned]));
        // What was moved is set, and moved again.
        expect(pictureAfter([[view(id), frame], [still, frame], fanned, [still, frame]])).toEqual(alone);
      }
    });

    it(`shows ${id} in powers of ten as if nothing had been shown before`, () => {
      const frame = { ...plain, isLogarithmic: true };
      const last: Step = [view(id, grown), frame];
      for (const before of [
        [view(id), frame],
        [view(id, grown), plain],
        [view(id, projection, fan), frame],
      ] satisfies Step[]) {
        expect(pictureAfter([before, last])).toEqual(pictureAfter([last]));
      }
    });

    it(`leaves nothing of ${id} where there is no answer any more`, () => {
      const whole = view(id, projection, fan);
      const empty = {
        ...whole,
        series: whole.series.map((one) => ({ ...one, values: one.values.map(() => Number.NaN), band: null })),
      };
      const gone: Step = [empty, plain];
      expect(pictureAfter([[whole, plain], gone])).toEqual(pictureAfter([gone]));
      expect(pictureAfter([gone, [whole, plain]])).toEqual(pictureAfter([[whole, plain]]));
    });

    it(`lays the fan of ${id} over what stood there without one`, () => {
      const last: Step = [view(id, projection, fan), plain];
      const fanned = pictureAfter([last]);
      expect(fanned).not.toEqual(pictureAfter([[view(id), plain]]));
      expect(pictureAfter([[view(id), plain], last])).toEqual(fanned);
      expect(pictureAfter([last, [view(id, grown), plain], last])).toEqual(fanned);
    });
  }
});
