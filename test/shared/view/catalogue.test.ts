import { describe, expect, it } from 'vitest';
import type { Bands, Fan } from '#shared/view/bands.ts';
import { buildChart } from '#shared/view/catalogue.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { chartExtent } from '#shared/view/extent.ts';
import { lens } from '#shared/view/lens.ts';
import { spokenSummary } from '#shared/view/spoken.ts';
import { standingCharts } from '#shared/view/standing-charts.ts';
import { chartTable } from '#shared/view/table.ts';
import { wantedMeasures } from '#shared/view/wanted-measures.ts';
import { sampleProjection } from '../../support/sample-projection.ts';

const projection = sampleProjection();
const wishes = { isCumulative: true };

function chart(
  id: string,
  period: 'month' | 'quarter' | 'year' = 'month',
  fan: Fan | null = null,
): ChartView {
  const view = buildChart(lens(projection, fan, period), id, wishes);
  if (!view) throw new Error(`no chart ${id}`);
  return view;
}

function fanOf(ids: readonly string[]): Fan {
  const bands = ids.flatMap((id): Bands[] => {
    const values = projection.series.find((one) => one.info.id === id)?.values;
    if (!values) return [];
    const by = (factor: number) => values.map((value) => value * factor);
    return [{ id, p5: by(0.8), p25: by(0.9), p50: values, p75: by(1.1), p95: by(1.3) }];
  });
  return { done: 256, wanted: 10_000, isSettled: false, worstError: 0.02, bands };
}

describe('the standing charts', () => {
  it('are all there for a deal that has everything', () => {
    const missing = standingCharts.filter(
      ({ id }) => buildChart(lens(projection, null, 'month'), id, wishes) === null,
    );
    expect(missing).toEqual([]);
  });

  it.each(standingCharts.map(({ id }) => id))('%s has one value per period, whatever the period', (id) => {
    for (const period of ['month', 'quarter', 'year'] as const) {
      const view = chart(id, period);
      for (const series of view.series) expect(series.values.length).toBe(view.timeline.last.length);
    }
  });

  it.each(standingCharts.map(({ id }) => id))('%s says its finding as a sentence without holes', (id) => {
    const { finding } = chart(id);
    expect(finding.length).toBeGreaterThan(20);
    expect(finding).not.toMatch(/NaN|undefined|Infinity|–,|\.$/);
    expect(spokenSummary(chart(id))).toContain(finding);
  });

  it('stack to the total they stand under', () => {
    const view = chart('capacity');
    const total = view.series.find((series) => series.id === 'capacity.online');
    const parts = view.series.filter((series) => series.kind === 'area');
    total?.values.forEach((value, at) => {
      const sum = parts.reduce((before, part) => before + (part.values[at] ?? 0), 0);
      expect(sum).toBeCloseTo(value, 9);
    });
  });

  it('say nothing where a projection lacks their figures', () => {
    const bare = { ...projection, series: [], marks: [], ledger: [] };
    const views = standingCharts.map(({ id }) => buildChart(lens(bare, null, 'month'), id, wishes));
    expect(views.every((view) => view === null)).toBe(true);
  });
});

describe('findings', () => {
  it('turn with the numbers', () => {
    expect(chart('spend').finding).toMatch(
      /^The \$100B commitment is met in Oct 2030, 5\.4 years early; billed spend passes it in Sep 2030; \$4\.\d+B is shortfall$/,
    );
    const all = lens(sampleProjection({ takeOrPay: 0 }), null, 'month');
    expect(buildChart(all, 'spend', wishes)?.finding).toMatch(
      /^Billed spend passes the \$100B commitment in \w{3} \d{4}, [\d.]+ years early$/,
    );
    const small = lens(sampleProjection({ dollarsPerGwYear: 0.5e9, takeOrPay: 0 }), null, 'month');
    expect(buildChart(small, 'spend', wishes)?.finding).toContain('short of the $100B commitment');
    const paid = lens(sampleProjection({ dollarsPerGwYear: 0.5e9, takeOrPay: 1 }), null, 'month');
    expect(buildChart(paid, 'spend', wishes)?.finding).toMatch(
      /^Billed spend passes the \$100B commitment, yet \$\d+\.\dB of it is not met by Mar 2038; \$\d+\.\dB is shortfall$/,
    );
  });

  it('state the tension between a floor in dollars and a ceiling in watts', () => {
    expect(chart('implied-price').finding).toContain('$2.00B per GW-year');
    expect(chart('implied-price').finding).toContain('both cannot bind');
    const dear = lens(sampleProjection({ commitment: 700e9 }), null, 'month');
    expect(buildChart(dear, 'implied-price', wishes)?.finding).toContain('in line with');
  });

  it('name the generation that leads and when it took over', () => {
    expect(chart('fleet').finding).toMatch(/^Trainium4 overtakes Trainium3 in \w{3} \d{4}/);
  });
});

describe('bands', () => {
  it('come with the lines that have them and name their ring', () => {
    const view = chart('capacity', 'month', fanOf(['capacity.online']));
    const line = view.series.find((series) => series.id === 'capacity.online');
    expect(line?.band?.p95[143]).toBeCloseTo((line?.values[143] ?? 0) * 1.3);
    expect(view.ring).toBe('256 draws');
    expect(chart('capacity').ring).toBe('central line');
  });

  it('count for the range of the axis', () => {
    const plain = chartExtent(chart('capacity'));
    const wide = chartExtent(chart('capacity', 'month', fanOf(['capacity.online'])));
    expect(wide.max).toBeGreaterThan(plain.max);
  });

  it('are asked for by the charts on the page and the headline, and only where the measure exists', () => {
    const wanted = wantedMeasures(projection, ['capacity', 'price'], wishes, []);
    expect(wanted).toContain('capacity.online');
    expect(wanted).toContain('price.trainium2');
    expect(wanted).toContain('spend.billed.cumulative');
    expect(wanted).not.toContain('circularity.ratio');
    expect(new Set(wanted).size).toBe(wanted.length);
  });
});

describe('a chart of the user', () => {
  it('shows the chosen measures of one unit', () => {
    const own = [
      { id: 'own-1', measures: ['spend.billed', 'capital.cumulative', 'capacity.online', 'nothing'] },
    ];
    const view = buildChart(lens(projection, null, 'month'), 'own-1', wishes, own);
    expect(view?.series.map((series) => series.id)).toEqual(['spend.billed', 'capital.cumulative']);
  });
});

describe('the table of a chart', () => {
  it('holds the same figures as the chart', () => {
    const view = chart('fleet', 'year');
    const table = chartTable(view);
    expect(table.rows).toHaveLength(view.timeline.last.length);
    table.rows.forEach((row, at) => {
      expect(row.values).toEqual(view.series.map((series) => series.values[at]));
    });
  });
});

describe('amounts per period', () => {
  it('name the periods that the horizon cuts short', () => {
    const view = buildChart(lens(projection, null, 'year'), 'spend', { isCumulative: false });
    expect(view?.source).toContain('2026 holds 9 months and 2038 holds 3 months');
    const monthly = buildChart(lens(projection, null, 'month'), 'spend', { isCumulative: false });
    expect(monthly?.source).not.toContain('holds');
  });
});
