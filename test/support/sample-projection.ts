import type { MeasureInfo, MeasureKind, Projection, Series } from '#shared/engine/projection.ts';

/** What the sample deal looks like; tests bend these to see the screen follow. */
export interface SampleDeal {
  readonly months: number;
  readonly ceilingMw: number;
  readonly commitment: number;
  readonly dollarsPerGwYear: number;
  readonly takeOrPay: number;
}

export const sampleDeal: SampleDeal = {
  months: 144,
  ceilingMw: 5000,
  commitment: 100e9,
  dollarsPerGwYear: 9e9,
  takeOrPay: 0.9,
};

/** A projection with the measures and shapes of a real one, from formulas simple enough to check by hand. */
export function sampleProjection(changes: Partial<SampleDeal> = {}): Projection {
  const deal = { ...sampleDeal, ...changes };
  const phases = [
    { key: 'rainier', power: 1000, from: 2, ramp: 8 },
    { key: 'second', power: 1500, from: 14, ramp: 12 },
    { key: 'third', power: 2500, from: 30, ramp: 24 },
  ];
  const at = <T>(of: (month: number) => T) => Array.from({ length: deal.months }, (_, month) => of(month));
  const ramp = (month: number, from: number, length: number) =>
    Math.min(1, Math.max(0, (month + 1 - from) / length));
  const phase = phases.map(({ power, from, ramp: length }) =>
    at((month) => power * ramp(month, from, length) * (deal.ceilingMw / 5000)),
  );
  const online = at((month) => phase.reduce((sum, one) => sum + (one[month] ?? 0), 0));
  const takeover = (month: number, middle: number) => 1 / (1 + Math.exp(-(month - middle) / 5));
  const shares = at((month) => {
    const third = takeover(month, 14);
    const fourth = takeover(month, 40);
    return [1 - third, third * (1 - fourth), third * fourth];
  });
  const fleet = ['trainium2', 'trainium3', 'trainium4'].map((key, generation) => ({
    key,
    values: at((month) => ((online[month] ?? 0) / 1.15) * (shares[month]?.[generation] ?? 0)),
  }));
  const consumption = at((month) => ((online[month] ?? 0) / 1000) * (deal.dollarsPerGwYear / 12));
  const committed = at((month) => (month < 120 ? deal.commitment / 120 : 0));
  const shortfall = at((month) => {
    if (month % 12 !== 11 || month >= 120) return 0;
    const year = (values: number[]) => values.slice(month - 11, month + 1).reduce((sum, one) => sum + one, 0);
    return Math.max(0, deal.takeOrPay * year(committed) - year(consumption));
  });
  const counted = running(consumption);
  const met = counted.findIndex((sum) => sum >= deal.commitment);
  const billed = at((month) => (consumption[month] ?? 0) + (shortfall[month] ?? 0));
  const paidIn = at((month) => 8e9 + (month >= 0 ? 5e9 : 0) + (month >= 2 ? 5e9 : 0));
  const drawn = at((month) => Math.min(15e9, Math.max(0, Math.floor((online[month] ?? 0) / 1000) - 1) * 5e9));
  const capital = at((month) => (paidIn[month] ?? 0) + (drawn[month] ?? 0));
  const total = running(billed);
  const gwYears = running(online.map((value) => value / 12_000));
  const flow = (id: string, unit: string, values: number[]) => [
    series(id, unit, 'flow', values),
    series(`${id}.cumulative`, unit, 'stock', running(values)),
  ];
  return {
    start: { year: 2026, month: 4 },
    months: deal.months,
    parties: ['Anthropic', 'Amazon Web Services', 'Customers', 'Suppliers', 'Others'],
    series: [
      series(
        'capacity.contracted',
        'MW',
        'stock',
        at(() => deal.ceilingMw),
      ),
      series('capacity.online', 'MW', 'stock', online),
      series('aws.capacity.online', 'MW', 'stock', online),
      ...phase.map((values, index) =>
        series(`aws.capacity.phase.${phases[index]?.key}`, 'MW', 'stock', values),
      ),
      ...fleet.map(({ key, values }) => series(`fleet.power.${key}`, 'MW', 'stock', values)),
      ...fleet.map(({ key }, index) =>
        series(
          `price.${key}`,
          'USD',
          'stock',
          at((month) => (1.2 + index * 0.5) * 0.85 ** (month / 12)),
        ),
      ),
      series(
        'compute.h100e',
        'H100e',
        'stock',
        at((month) => (online[month] ?? 0) * (700 + month * 6)),
      ),
      ...flow('spend.billed', 'USD', billed),
      ...flow('spend.consumption', 'USD', consumption),
      ...flow('commitment.committed', 'USD', committed),
      ...flow('commitment.shortfall', 'USD', shortfall),
      series(
        'commitment.remaining',
        'USD',
        'stock',
        at((month) => Math.max(0, deal.commitment - (counted[month] ?? 0))),
      ),
      series(
        'commitment.met-month',
        'month',
        'outcome',
        at(() => (met < 0 ? Number.NaN : met + 1)),
      ),
      series('capital.paid-in', 'USD', 'stock', paidIn),
      series('capital.drawn', 'USD', 'stock', drawn),
      series(
        'capital.available',
        'USD',
        'stock',
        at((month) => Math.min(5e9, (online[month] ?? 0) * 1e6)),
      ),
      series('capital.cumulative', 'USD', 'stock', capital),
      series(
        'circularity.recycled-share',
        '1',
        'ratio',
        at((month) => Math.min(1, ((capital[month] ?? 0) - 8e9) / (total[month] || Number.NaN))),
      ),
      series(
        'spend.per-gw-year',
        'USD',
        'ratio',
        at((month) => (total[month] ?? 0) / (gwYears[month] || Number.NaN)),
      ),
      series(
        'price.per-gw-year-ceiling',
        'USD',
        'stock',
        at(() => deal.commitment / 10 / (deal.ceilingMw / 1000)),
      ),
      series(
        'dependence.liability',
        'USD',
        'stock',
        at((month) => Math.max(0, deal.takeOrPay * deal.commitment * (1 - (month + 1) / 120))),
      ),
    ],
    ledger: [
      {
        from: 0,
        to: 1,
        kind: 'compute',
        deal: 'aws',
        isCash: true,
        values: Float64Array.from(billed),
      },
      {
        from: 1,
        to: 0,
        kind: 'series-g',
        deal: 'aws',
        isCash: true,
        values: Float64Array.from(at((month) => (month === 0 ? 5e9 : 0))),
      },
    ],
    marks: [
      ...phases.map((one) => ({ kind: 'phase' as const, key: one.key, deal: 'aws', month: one.from })),
      { kind: 'tranche', key: 'series-g', deal: 'aws', month: 0 },
      { kind: 'tranche', key: 'series-h', deal: 'aws', month: 2 },
      { kind: 'generation', key: 'trainium4', deal: null, month: 20 },
    ],
    checks: [
      {
        key: 'billed spend is at least the commitment',
        holds: (total[deal.months - 1] ?? 0) >= deal.commitment,
        firstBrokenMonth: null,
      },
    ],
  };
}

function running(values: number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function series(id: string, unit: string, kind: MeasureKind, values: number[]): Series {
  const info: MeasureInfo = {
    id,
    label: id.replace(/[.-]/g, ' '),
    unit,
    kind,
    meaning: `Sample of ${id}.`,
    formula: '',
  };
  return { info, values: Float64Array.from(values) };
}
