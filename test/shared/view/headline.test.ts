import { describe, expect, it } from 'vitest';
import { headline } from '#shared/view/headline.ts';
import { lens } from '#shared/view/lens.ts';
import { type SampleDeal, sampleDeal, sampleProjection } from '../../support/sample-projection.ts';

const over = (changes: Partial<SampleDeal> = {}) => lens(sampleProjection(changes), null, 'month');
const figure = (id: string, changes: Partial<SampleDeal> = {}, base: Partial<SampleDeal> | null = null) =>
  headline(over(changes), base && over(base)).find((one) => one.id === id);

describe('the headline', () => {
  it('has six figures, each with words that place it', () => {
    const figures = headline(over(), null);
    expect(figures).toHaveLength(6);
    expect(figures.every((one) => one.detail.length > 3)).toBe(true);
    expect(figures.every((one) => one.change === null)).toBe(true);
  });

  it('warns where floor and ceiling cannot both bind', () => {
    expect(figure('price')?.isAlarming).toBe(true);
    expect(figure('price', { commitment: 700e9 })?.isAlarming).toBe(false);
  });

  it('tells the change against a base, and no change as such', () => {
    expect(figure('online', { ceilingMw: 3000 }, {})?.change).toBe('\u22122.00\u202fGW');
    expect(figure('online', {}, {})?.change).toBe('no change');
    expect(figure('met', { dollarsPerGwYear: 12e9 }, {})?.change).toMatch(/sooner$/);
  });

  it('says when a commitment is not met at all', () => {
    const met = figure('met', { dollarsPerGwYear: 0.5e9, takeOrPay: 0 });
    expect(met?.value).toBe('not met');
    expect(met?.isAlarming).toBe(true);
  });

  it('counts a commitment as met by what is used, not by what is paid as shortfall', () => {
    const unused = { dollarsPerGwYear: 0.5e9, takeOrPay: 1 };
    const projection = sampleProjection(unused);
    const billed = projection.series.find(({ info }) => info.id === 'spend.billed.cumulative');
    expect(billed?.values.at(-1)).toBeGreaterThanOrEqual(sampleDeal.commitment * (1 - 1e-9));
    expect(figure('met', unused)).toMatchObject({ value: 'not met', isAlarming: true });
    expect(figure('met', unused)?.detail).toMatch(/^\$\d+\.\dB short at the end$/);
  });
});
