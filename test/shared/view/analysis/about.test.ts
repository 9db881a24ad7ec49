import { describe, expect, it } from 'vitest';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { errorText, figureText, unitOfSpread } from '#shared/view/analysis/about.ts';
import { monthAfter, monthCode, monthLabelAt } from '#shared/view/calendar.ts';
import { centralPath } from '../../../scenarios/central-path.ts';
import { sourceOf } from '../../../scenarios/library.ts';

const money: MeasureInfo = {
  ...{ id: 'options.x.value', label: 'Value of x', unit: 'USD', kind: 'outcome' },
  ...{ meaning: '', formula: '' },
};
const start = { year: 2026, month: 4 };

describe('a month that a measure gives', () => {
  /** Measures that name a month, and those beside them that tell when it happens. */
  const events: readonly (readonly [id: string, beside: string, file: string])[] = [
    ['options.trainium5.month', 'options.trainium5.exercised', 'option-early-access.scenario.yaml'],
    ['aws.capital.month.series-h', 'aws.capital.paid.series-h', 'press-milestones.scenario.yaml'],
    ['aws.capital.month.milestone-3', 'aws.capital.paid.milestone-3', 'press-milestones.scenario.yaml'],
  ];

  it.each(events)('as %s does is written as the one in which it happens', (id, beside, file) => {
    const { measures, value } = centralPath(sourceOf(file));
    const info = measures.find((one) => one.id === id);
    if (info === undefined) throw new Error(`${file} has no ${id}`);
    const happens = (month: number) => value(beside, monthCode(monthAfter(start, month))) > 0;
    const first = Array.from({ length: 144 }, (_, month) => month).findIndex(happens);
    expect(first).toBeGreaterThan(0);
    expect(figureText({ info, start }, value(id, 'end'))).toBe(monthLabelAt(start, first));
  });

  it('has an error that is a length of time', () => {
    const about = { info: { ...money, unit: 'month' }, start };
    expect(errorText(about, 0.42, unitOfSpread(about, 36, [36, 41]))).toBe('±0.42\u202fmonths');
  });
});

describe('the unit of a spread', () => {
  const about = { info: money, start };
  const written = (median: number, figures: readonly number[]) =>
    figures.map((figure) => figureText(about, figure, unitOfSpread(about, median, figures)));

  it('is that of the median while all can be read in it', () => {
    expect(written(4e9, [3e9, 4e9, 1.2e12])).toEqual(['$3.00B', '$4.00B', '$1,200B']);
  });

  it('is that of the largest where the median is nothing beside it', () => {
    expect(written(0, [-1.8e9, 0, 22e9])).toEqual(['−$1.80B', '$0B', '$22.0B']);
    expect(written(Number.NaN, [Number.NaN, 5e9])).toEqual(['–', '$5.00B']);
  });
});
