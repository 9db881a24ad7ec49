import { describe, expect, it } from 'vitest';
import { compileScenario } from '#shared/scenario/compile.ts';
import { readScenario } from '#shared/scenario/read.ts';
import { shippedFiles } from '../support/shipped.ts';
import { at } from './at.ts';
import { someDraws } from './draws.ts';
import { runKernel } from './engine.ts';
import { type Handmade, handmade, plainCapacity, plainChip, plainCommitment, plainDeal } from './handmade.ts';
import { oracle } from './oracle.ts';

const BILLION = 1e9;

/** The oracle and the engine, both asked for whole series of a handmade plan. */
const MODELS = [
  {
    name: 'the oracle',
    series: ({ plan, values }: Handmade, id: string) => oracle(plan, values).measures.get(id) ?? [],
  },
  {
    name: 'the engine',
    series: ({ plan, values }: Handmade, id: string) =>
      at(runKernel(plan, [values]), 0).measures.get(id) ?? [],
  },
];

/** The deal of 2026-04-20 with the facility of the filing, all of its power there in the second month. */
const baseDeal = handmade((numbers) => {
  const { of } = numbers;
  const common = { from: 1, form: 'cash' as const };
  return {
    months: 120,
    deals: [
      plainDeal(numbers, {
        mix: { kind: 'none' },
        capacity: { ...plainCapacity(numbers, [[1, 5000]]), ceilingMw: of(5000) },
        commitment: plainCommitment(numbers, 100 * BILLION, 120),
        capital: {
          instruments: [
            { ...common, key: 'notes', kind: 'paid-in', amount: of(8 * BILLION) },
            { ...common, key: 'series-g', kind: 'dated', amount: of(5 * BILLION), on: of(0) },
            {
              ...common,
              key: 'facility',
              kind: 'facility',
              cap: of(20 * BILLION),
              available: {
                fromMw: of(1000),
                perMw: of(1000),
                amountPerStep: of(5 * BILLION),
                isStepwise: true,
              },
              draw: { kind: 'when-available' },
              participations: [],
              expires: null,
            },
          ],
        },
      }),
    ],
  };
});

/** Everything committed over four years in the shape of the Oracle backlog. */
const backlog = handmade((numbers) => ({
  months: 48,
  deals: [
    plainDeal(numbers, {
      mix: { kind: 'none' },
      commitment: plainCommitment(numbers, 100, 48, {
        ramp: { kind: 'annual', shares: [13, 37, 34, 16].map(numbers.of) },
      }),
    }),
  ],
}));

/** A chip of which as many are installed in the first month as there were before, with a 20 % learning rate. */
const learning = handmade((numbers) => {
  const { of } = numbers;
  const chip = plainChip(numbers);
  const path = { kind: 'wright' as const, learningRate: of(0.2), initialChips: of(1000) };
  return {
    months: 3,
    generations: [{ ...chip, price: { ...chip.price, path } }],
    deals: [
      plainDeal(numbers, {
        capacity: plainCapacity(numbers, [
          [0, 1],
          [1, 2],
        ]),
      }),
    ],
  };
});

/** Power that grows by 1 MW a month while a new generation takes over around month 20, from 10 % to 90 % in 12 months. */
const succession = handmade((numbers) => {
  const { of } = numbers;
  return {
    months: 40,
    generations: [plainChip(numbers, { key: 'old' }), plainChip(numbers, { key: 'new' })],
    deals: [
      plainDeal(numbers, {
        capacity: plainCapacity(
          numbers,
          Array.from({ length: 40 }, (_, month) => [month, 1] as const),
        ),
        mix: {
          kind: 'succession',
          first: 0,
          later: [{ generation: 1, curve: { kind: 'logistic', midpoint: of(20), takeoverMonths: of(12) } }],
        },
      }),
    ],
  };
});

/** Room air conditioners of the 1969 paper: coefficients per year. */
const conditioners = { p: 0.010399, q: 0.41861 };
const bass = (years: number, { p, q }: { p: number; q: number }) =>
  years <= 0 ? 0 : (1 - Math.exp(-(p + q) * years)) / (1 + (q / p) * Math.exp(-(p + q) * years));

/** A phase that comes online over twenty years as those air conditioners were sold; its coefficients count per ramp. */
const rampYears = 20;
const diffusion = handmade((numbers) => {
  const { of } = numbers;
  const { phases, ...capacity } = plainCapacity(numbers, [[0, 1000]]);
  const ramped = phases.map((phase) => ({
    ...phase,
    shape: 'bass' as const,
    rampMonths: of(12 * rampYears),
    bassP: of(conditioners.p * rampYears),
    bassQ: of(conditioners.q * rampYears),
  }));
  return {
    months: 12 * rampYears,
    deals: [plainDeal(numbers, { mix: { kind: 'none' }, capacity: { ...capacity, phases: ramped } })],
  };
});

/** Three generations of which each takes over from the one before along a Bass curve of its own, as power grows by 1 MW a month. */
const launches = [24, 60] as const;
const nortonBass = handmade((numbers) => {
  const { of } = numbers;
  const takeOver = (generation: number, launch: number) => ({
    generation,
    curve: {
      kind: 'bass' as const,
      launch: of(launch),
      pPerYear: of(conditioners.p),
      qPerYear: of(conditioners.q),
    },
  });
  return {
    months: 120,
    generations: ['first', 'second', 'third'].map((key) => plainChip(numbers, { key })),
    deals: [
      plainDeal(numbers, {
        capacity: plainCapacity(
          numbers,
          Array.from({ length: 120 }, (_, month) => [month, 1] as const),
        ),
        mix: { kind: 'succession', first: 0, later: [takeOver(1, launches[0]), takeOver(2, launches[1])] },
      }),
    ],
  };
});

describe.each(MODELS)('anchors of the whole model in $name', ({ series }) => {
  const valueAt = (made: Handmade, id: string, month: number) => at(series(made, id), month);

  it('commits 20 dollars for each of the first cheque, 4 for each of 25, about 3 for each of 33 (datasheet, 6)', () => {
    expect(valueAt(baseDeal, 'circularity.ratio', 0)).toBe(20);
    expect(valueAt(baseDeal, 'circularity.ratio-ceiling', 0)).toBe(4);
    expect(valueAt(baseDeal, 'circularity.ratio', 119)).toBe(4);
    expect(valueAt(baseDeal, 'circularity.ratio-all', 119)).toBeCloseTo(100 / 33, 12);
  });

  it('pays $2.0B for a GW-year if floor and ceiling both were to bind (datasheet, 0.3)', () => {
    expect(valueAt(baseDeal, 'price.per-gw-year-ceiling', 60)).toBeCloseTo(2 * BILLION, 3);
  });

  it('commits in the shape of the Oracle backlog: 13, 37, 34 and 16 of 100 (datasheet, 1.5)', () => {
    const reached = [11, 23, 35, 47].map((month) =>
      valueAt(backlog, 'commitment.committed.cumulative', month),
    );
    [13, 50, 84, 100].forEach((expected, year) => {
      expect(at(reached, year)).toBeCloseTo(expected, 10);
    });
  });

  it('lowers the price by 20 % for each doubling of chips (Wright, 1936)', () => {
    expect(series(learning, 'price.chip').map((price) => price.toFixed(12))).toEqual([
      '1.000000000000',
      '0.800000000000',
      '0.640000000000',
    ]);
  });

  it('takes over from one tenth to nine tenths in the stated time, with half at the midpoint (Fisher and Pry, 1971)', () => {
    const added = (month: number) =>
      valueAt(succession, 'fleet.power.new', month) - valueAt(succession, 'fleet.power.new', month - 1);
    expect(added(19)).toBeCloseTo(0.5, 12);
    expect(added(13)).toBeCloseTo(0.1, 12);
    expect(added(25)).toBeCloseTo(0.9, 12);
  });

  it('brings most online in the year in which most air conditioners were sold, 8.6 years on (Bass, Management Science 15, 1969)', () => {
    const online = series(diffusion, 'capacity.online');
    const added = online.map((power, month) => power - (online[month - 1] ?? 0));
    const best = added.indexOf(Math.max(...added));
    // Month 103 is the one around 8.61 years, where half less p / 2q of all is reached, of what twenty years reach.
    expect(best).toBe(103);
    const reached = bass(
      Math.log(conditioners.q / conditioners.p) / (conditioners.p + conditioners.q),
      conditioners,
    );
    expect(reached).toBeCloseTo(0.5 - conditioners.p / (2 * conditioners.q), 12);
    expect(at(online, 59)).toBeCloseTo((1000 * bass(5, conditioners)) / bass(rampYears, conditioners), 9);
    expect(at(online, 239)).toBe(1000);
  });

  it('splits what is added among three generations as Norton and Bass do (Management Science 33, 1987)', () => {
    const power = ['first', 'second', 'third'].map((key) => series(nortonBass, `fleet.power.${key}`));
    for (const month of [12, 30, 59, 61, 90, 119]) {
      const added = power.map((one) => at(one, month) - (one[month - 1] ?? 0));
      const [second, third] = launches.map((launch) => bass((month + 1 - launch) / 12, conditioners));
      const expected = [1 - (second ?? 0), (second ?? 0) * (1 - (third ?? 0)), (second ?? 0) * (third ?? 0)];
      expected.forEach((share, generation) => {
        expect(at(added, generation)).toBeCloseTo(share, 10);
      });
    }
  });
});

describe('the shipped base deal', () => {
  const id = 'amazon-anthropic.scenario.yaml';
  const reading = readScenario({ id, text: shippedFiles[id] ?? '', files: shippedFiles });
  if (!reading.ok) throw new Error(`${id} cannot be read`);
  const { plan } = compileScenario(reading.value.scenario);
  const [medians] = someDraws(plan, 1);

  it.each(MODELS)('has the ratios 20 and 4 and 2.0B dollars per GW-year in $name', ({ series }) => {
    const made = { plan, values: medians ?? [] };
    expect(at(series(made, 'circularity.ratio'), 0)).toBeCloseTo(20, 12);
    expect(at(series(made, 'circularity.ratio-ceiling'), 0)).toBeCloseTo(4, 12);
    expect(at(series(made, 'price.per-gw-year-ceiling'), 0)).toBeCloseTo(2 * BILLION, 3);
  });
});
