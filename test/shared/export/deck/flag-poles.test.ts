import { beforeAll, describe, expect, it } from 'vitest';
import { timeChart } from '#shared/export/deck/time-chart.ts';
import { valueRange } from '#shared/export/drawing/scale.ts';
import { composePages } from '#shared/export/pages/compose.ts';
import { plainWishes } from '#shared/export/wishes.ts';
import type { ChartView } from '#shared/view/chart.ts';
import { shippedDocument } from '../../../support/export-document.ts';

let views: readonly ChartView[];

beforeAll(async () => {
  const files = ['amazon-anthropic.scenario.yaml', 'anthropic-portfolio.scenario.yaml'];
  const document = await shippedDocument(files, { draws: 64 });
  const pages = composePages(document, plainWishes);
  views = (pages.ok ? pages.value : []).flatMap(({ body }) => (body.kind === 'chart' ? [body.view] : []));
});

/** Charts whose marks are poles, with the poles. */
function flagged() {
  return views.flatMap((view) => {
    const chart = timeChart(view);
    const poles = chart.groups.flatMap(({ series }) => series).find(({ key }) => key === 'marks');
    return poles === undefined ? [] : [{ view, chart, poles }];
  });
}

describe('marks on a native chart', () => {
  it('stand higher than every line that passes them, so that their words lie on nothing', () => {
    expect(flagged().length).toBeGreaterThan(3);
    for (const { view, poles } of flagged()) {
      for (const { at } of poles.pointLabels) {
        const top = poles.values[at] ?? Number.NaN;
        for (const { id, values, band } of view.series) {
          for (const value of [values[at], band?.p95[at]]) {
            if (value !== undefined && Number.isFinite(value)) expect(value, id).toBeLessThanOrEqual(top);
          }
        }
      }
    }
  });

  it('let the axis reach further by whole steps, and not where there is room', () => {
    for (const { view, chart } of flagged()) {
      const { max, min, step } = valueRange(view);
      expect([chart.range.min, chart.range.step]).toEqual([min, step]);
      const steps = (chart.range.max - max) / step;
      expect(steps).toBeGreaterThanOrEqual(0);
      expect(steps).toBeCloseTo(Math.round(steps), 6);
      expect(chart.range.max).toBeLessThanOrEqual(max * 1.7);
    }
    for (const view of views.filter(({ marks }) => marks.length === 0)) {
      expect(timeChart(view).range).toEqual(valueRange(view));
    }
  });
});
