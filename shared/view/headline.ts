import type { Projection } from '#shared/engine/projection.ts';
import { outerError } from './bands.ts';
import { monthLabelAt } from './calendar.ts';
import { comparableContracts } from './comparables.ts';
import { looksLike } from './display-unit.ts';
import { formatDuration, formatQuantity, formatRound, formatShare, formatWhen, noAnswer } from './format.ts';
import { formatMeasuredRange } from './format-measured.ts';
import type { Lens } from './lens.ts';
import { firstReaching, indexOfLargest } from './reach.ts';

/** One figure of the strip above the charts. */
export interface HeadlineFigure {
  readonly id: string;
  /** The measure it comes from. */
  readonly measure: string;
  readonly label: string;
  readonly value: string;
  /** A few words that put the value in its place. */
  readonly detail: string;
  /** The 5th to 95th percentile at the end, or null. */
  readonly range: string | null;
  /** Change against the base, or null where there is none to compare with. */
  readonly change: string | null;
  /** True for a figure that should make the reader look twice. */
  readonly isAlarming: boolean;
}

interface Draft extends Omit<HeadlineFigure, 'range' | 'change'> {
  /** What a change is measured on. */
  readonly amount: number;
  readonly unit: string;
}

/** The measures the strip needs percentiles of. */
export const headlineMeasures: readonly string[] = [
  'capacity.online',
  'compute.h100e',
  'spend.billed.cumulative',
  'spend.per-gw-year',
  'price.per-gw-year-ceiling',
  'capital.cumulative',
  'circularity.recycled-share',
];

/** Lists those of them that a projection has. */
export function headlineMeasuresOf({ series }: Pick<Projection, 'series'>): readonly string[] {
  const known = new Set(series.map(({ info }) => info.id));
  return headlineMeasures.filter((id) => known.has(id));
}

/** Computes the six figures, each with its change against a base where one is given. */
export function headline(lens: Lens, base: Lens | null): HeadlineFigure[] {
  const before = base ? drafts(base) : [];
  return drafts(lens).map(({ amount, unit, ...figure }) => {
    const was = before.find((one) => one.id === figure.id);
    return {
      ...figure,
      range: rangeOf(lens, figure.measure, unit),
      change: was ? changeOf(amount, was.amount, unit, figure.measure) : null,
    };
  });
}

function drafts(lens: Lens): Draft[] {
  const { start, months } = lens.projection;
  const end = monthLabelAt(start, months - 1);
  const online = lens.final('capacity.online');
  const contracted = lens.final('capacity.contracted');
  const compute = lens.final('compute.h100e');
  const billed = lens.final('spend.billed.cumulative');
  const committed = lens.final('commitment.committed.cumulative');
  const price = lens.final('price.per-gw-year-ceiling');
  const paid = lens.final('spend.per-gw-year');
  const capital = lens.final('capital.cumulative');
  const recycled = lens.final('circularity.recycled-share');
  return [
    {
      id: 'online',
      measure: 'capacity.online',
      label: 'Power online',
      value: formatQuantity(online, 'MW'),
      detail: contracted > 0 ? `of ${formatRound(contracted, 'MW')} contracted` : `in ${end}`,
      amount: online,
      unit: 'MW',
      isAlarming: false,
    },
    {
      id: 'compute',
      measure: 'compute.h100e',
      label: 'Compute',
      value: formatQuantity(compute, 'H100e'),
      detail: `in ${end}`,
      amount: compute,
      unit: 'H100e',
      isAlarming: false,
    },
    {
      id: 'spend',
      measure: 'spend.billed.cumulative',
      label: 'Billed spend',
      value: formatQuantity(billed, 'USD'),
      detail: committed > 0 ? `floor ${formatRound(committed, 'USD')}` : `to ${end}`,
      amount: billed,
      unit: 'USD',
      isAlarming: false,
    },
    metDraft(lens),
    {
      id: 'price',
      measure: Number.isFinite(price) ? 'price.per-gw-year-ceiling' : 'spend.per-gw-year',
      label: Number.isFinite(price) ? 'Floor / GW-year' : 'Spend per GW-year',
      value: formatQuantity(Number.isFinite(price) ? price : paid, 'USD'),
      detail: Number.isFinite(price) ? `billed ${formatQuantity(paid, 'USD')}` : 'as billed',
      amount: Number.isFinite(price) ? price : paid,
      unit: 'USD',
      isAlarming:
        Number.isFinite(price) &&
        (price < comparableContracts.low / 2 || price > comparableContracts.high * 2),
    },
    {
      id: 'capital',
      measure: 'capital.cumulative',
      label: 'Capital in',
      value: formatQuantity(capital, 'USD'),
      detail: `${formatShare(recycled)} of spend`,
      amount: capital,
      unit: 'USD',
      isAlarming: false,
    },
  ];
}

/** When all commitments are met by what counts towards them: a bill that holds shortfall or other services meets none. */
function metDraft(lens: Lens): Draft {
  const committed = lens.lookup('commitment.committed.cumulative')?.values ?? new Float64Array();
  const amount = committed[indexOfLargest(committed)] ?? Number.NaN;
  const met = lens.final('commitment.met-month');
  const shared = {
    id: 'met',
    measure: 'commitment.met-month',
    label: 'Commitment met',
    unit: 'month',
    amount: met,
  } as const;
  if (!(amount > 0)) return { ...shared, value: noAnswer, detail: 'nothing is committed', isAlarming: false };
  if (!Number.isFinite(met)) {
    const gap = lens.final('commitment.remaining');
    return {
      ...shared,
      value: 'not met',
      detail: `${formatQuantity(gap, 'USD')} short at the end`,
      isAlarming: true,
    };
  }
  const early = firstReaching(committed, amount * (1 - 1e-9)) + 1 - met;
  const detail =
    early === 0 ? 'on time' : `${formatDuration(Math.abs(early))} ${early > 0 ? 'early' : 'late'}`;
  return { ...shared, value: formatWhen(met, lens.projection.start, {}), detail, isAlarming: early < 0 };
}

function rangeOf(lens: Lens, measure: string, unit: string): string | null {
  if (unit === 'month') return null;
  const band = lens.fan?.bands.find((one) => one.id === measure);
  const info = lens.lookup(measure)?.info;
  const at = band?.p5.findLastIndex((value) => Number.isFinite(value)) ?? -1;
  if (!band || at < 0 || !info) return null;
  const [low, high] = [band.p5[at] ?? Number.NaN, band.p95[at] ?? Number.NaN];
  if (!Number.isFinite(high) || low === high) return null;
  return formatMeasuredRange(low, high, outerError(band, at), unit, looksLike(info));
}

function changeOf(now: number, was: number, unit: string, measure: string): string | null {
  const difference = now - was;
  if (!Number.isFinite(difference)) return null;
  if (unit === 'month') {
    if (Math.abs(difference) < 0.5) return 'no change';
    return `${formatDuration(Math.abs(difference))} ${difference < 0 ? 'sooner' : 'later'}`;
  }
  if (Math.abs(difference) <= Math.abs(was) * 5e-4) return 'no change';
  const sign = difference > 0 ? '+' : '\u2212';
  return `${sign}${formatQuantity(Math.abs(difference), unit, looksLike({ id: measure }))}`;
}
