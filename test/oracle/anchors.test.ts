import { describe, expect, it } from 'vitest';
import { irr } from '#shared/engine/finance/irr.ts';
import { npv } from '#shared/engine/finance/npv.ts';
import { at } from './at.ts';
import { constantGrowth, equalSlices } from './commitment-ramp.ts';
import { bassShare, nortonBassShares, wrightFactor } from './curves.ts';
import { type DatedFlow, internalRates, presentValue } from './discounting.ts';

/** Microsoft's worked example for both XNPV and XIRR: one outlay and four receipts on uneven days. */
const EXCEL_EXAMPLE = [
  ['2008-01-01', -10_000],
  ['2008-03-01', 2_750],
  ['2008-10-30', 4_250],
  ['2009-02-15', 3_250],
  ['2009-04-01', 2_750],
] as const;

const excelFlows = EXCEL_EXAMPLE.map(([date, amount]) => ({
  day: (Date.parse(date) - Date.parse('2008-01-01')) / 86_400_000,
  amount,
}));

/** The oracle's discounting and the engine's, both held to the same anchors. */
const DISCOUNTING = [
  { name: 'the oracle', value: presentValue, rates: internalRates },
  { name: 'the engine', value: engineValue, rates: engineRates },
];

function engineValue(rate: number, flows: readonly DatedFlow[]): number {
  return npv(
    rate,
    flows.map(({ amount }) => amount),
    flows.map(({ day }) => day),
  );
}

function engineRates(flows: readonly DatedFlow[]): readonly number[] {
  const answer = irr(
    flows.map(({ amount }) => amount),
    flows.map(({ day }) => day),
  );
  if (answer.kind === 'none') return [];
  return answer.kind === 'one' ? [answer.rate] : answer.rates;
}

describe.each(DISCOUNTING)('discounting by $name', ({ value, rates }) => {
  it('gives the figure of the XNPV page of Excel (support.microsoft.com, function XNPV)', () => {
    expect(value(0.09, excelFlows)).toBeCloseTo(2086.6476, 4);
    expect(value(0.09, excelFlows).toFixed(2)).toBe('2086.65');
  });

  it('gives the figure of the XIRR page of Excel (support.microsoft.com, function XIRR)', () => {
    expect(rates(excelFlows)).toHaveLength(1);
    expect(at(rates(excelFlows), 0)).toBeCloseTo(0.373362535, 8);
  });

  it('finds both rates of the oil-pump problem (Lorie and Savage, Journal of Business 1955: 25 % and 400 %)', () => {
    const pump = [-1600, 10_000, -10_000].map((amount, year) => ({ day: 365 * year, amount }));
    expect(rates(pump)).toHaveLength(2);
    expect(at(rates(pump), 0)).toBeCloseTo(0.25, 10);
    expect(at(rates(pump), 1)).toBeCloseTo(4, 10);
  });

  it('finds no rate where money only comes in', () => {
    expect(rates([{ day: 30, amount: 5 }])).toEqual([]);
  });
});

describe('Bass diffusion', () => {
  /** Room air conditioners in Bass, A New Product Growth for Model Consumer Durables, Management Science 15 (1969). */
  const p = 0.010399;
  const q = 0.41861;
  const peak = Math.log(q / p) / (p + q);

  it('puts the sales peak of room air conditioners at 8.6 years, as the 1969 paper predicts', () => {
    const yearly = (t: number) => bassShare(t + 0.005, p, q) - bassShare(t - 0.005, p, q);
    const years = Array.from({ length: 2000 }, (_, i) => 0.01 * (i + 1));
    const best = years.reduce((a, b) => (yearly(b) > yearly(a) ? b : a));
    expect(best).toBeCloseTo(8.61, 2);
    expect(peak.toFixed(1)).toBe('8.6');
  });

  it('has reached one half less p / 2q at the peak (the same paper, equation for S(T*))', () => {
    expect(bassShare(peak, p, q)).toBeCloseTo(0.5 - p / (2 * q), 12);
  });

  it('satisfies f = (p + qF)(1 − F), the hazard the model is named for', () => {
    for (const t of [1, 5, 12]) {
      const slope = (bassShare(t + 1e-5, p, q) - bassShare(t - 1e-5, p, q)) / 2e-5;
      const f = bassShare(t, p, q);
      expect(slope).toBeCloseTo((p + q * f) * (1 - f), 8);
    }
  });
});

describe('Norton and Bass succession', () => {
  /** Management Science 33 (1987): S1 = F1 m1 (1 − F2), S2 = F2 (m2 + F1 m1)(1 − F3), with no market of its own. */
  it('splits a market among three generations as the equations of the 1987 paper do', () => {
    const [f1, f2, f3] = [1, 0.6, 0.25];
    const shares = nortonBassShares([f1, f2, f3]);
    expect(shares).toEqual([f1 * (1 - f2), f2 * f1 * (1 - f3), f3 * f2 * f1]);
    expect(at(shares, 0) + at(shares, 1) + at(shares, 2)).toBeCloseTo(1, 15);
  });

  it('leaves everything to the first before the second starts, and to the last when it has taken over', () => {
    expect(nortonBassShares([1, 0, 0])).toEqual([1, 0, 0]);
    expect(nortonBassShares([1, 1, 1])).toEqual([0, 0, 1]);
  });
});

describe('learning by doing', () => {
  it('follows the 80 % curve of Wright, Journal of the Aeronautical Sciences 3 (1936): 100, 80, 64, 51.2, 41.0', () => {
    const hours = [1, 2, 4, 8, 16].map((unit) => 100 * wrightFactor(unit, 0.2));
    expect(hours.map((figure) => figure.toFixed(1))).toEqual(['100.0', '80.0', '64.0', '51.2', '41.0']);
  });

  it('gives the tabled 80 % coefficients of units 3, 5 and 10 (0.7021, 0.5956, 0.4765)', () => {
    const coefficients = [3, 5, 10].map((unit) => wrightFactor(unit, 0.2).toFixed(4));
    expect(coefficients).toEqual(['0.7021', '0.5956', '0.4765']);
  });
});

describe('commitment ramps', () => {
  it('takes the shape of the Oracle backlog, 13/37/34/16 (Oracle 10-Q, 2026-08-31, in the datasheet, 1.5)', () => {
    const reached = [0.25, 0.5, 0.75, 1].map((x) => equalSlices(x === 1 ? 1 - 1e-15 : x, [13, 37, 34, 16]));
    [0.13, 0.5, 0.84, 1].forEach((share, i) => {
      expect(at(reached, i)).toBeCloseTo(share, 12);
    });
  });

  it('doubles every year at 100 % growth: 1/7, 3/7 and all of three years (geometric series)', () => {
    expect(constantGrowth(1 / 3, 1, 3)).toBeCloseTo(1 / 7, 14);
    expect(constantGrowth(2 / 3, 1, 3)).toBeCloseTo(3 / 7, 14);
  });
});
