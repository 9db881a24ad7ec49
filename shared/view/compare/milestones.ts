import type { YearMonth } from '#shared/engine/plan/plan.ts';
import type { Mark, Projection } from '#shared/engine/projection.ts';
import { formatDuration } from '../format.ts';
import { humanise } from '../words.ts';

/** One event over all scenarios of a comparison. */
export interface Milestone {
  readonly key: string;
  readonly kind: Mark['kind'];
  readonly label: string;
  readonly deal: string | null;
  /** By scenario: months since the start of the base, or null where it does not happen. */
  readonly months: readonly (number | null)[];
  /** By scenario: what happened to it against the base, `7 months later`, `no longer happens`; empty where nothing did. */
  readonly moves: readonly string[];
  readonly isMoved: boolean;
}

const words: Readonly<Record<Mark['kind'], (key: string) => string>> = {
  phase: (key) => `${humanise(key)} energised`,
  tranche: (key) => `${humanise(key)} paid`,
  facility: (key) =>
    key.endsWith('.expires') ? `${humanise(key.slice(0, -8))} lapses` : `first draw on ${humanise(key)}`,
  commitment: () => 'Commitment met',
  ceiling: () => 'Ceiling reached',
  option: (key) => `Option on ${humanise(key)} used`,
  generation: (key) => `${humanise(key)} available`,
  payback: () => 'Pay-back of the provider',
};

/** Less than this is rounding, not a move. */
const sameMonths = 0.05;

/** Lists the events of the central paths, those that moved first, in order of time. */
export function milestones(
  projections: readonly Pick<Projection, 'start' | 'marks'>[],
  base: number,
): readonly Milestone[] {
  const origin = projections[base]?.start;
  if (origin === undefined) return [];
  const events = new Map<string, { readonly mark: Mark; readonly months: (number | null)[] }>();
  projections.forEach((projection, at) => {
    const offset = monthsBetween(origin, projection.start);
    for (const mark of projection.marks) {
      const key = `${mark.kind} ${mark.deal ?? ''} ${mark.key}`;
      const event = events.get(key) ?? { mark, months: projections.map(() => null) };
      event.months[at] ??= mark.month + offset;
      events.set(key, event);
    }
  });
  const hasDeals = new Set([...events.values()].map(({ mark }) => mark.deal ?? '')).size > 2;
  return [...events]
    .map(([key, { mark, months }]): Milestone => {
      const moves = months.map((month) => moveOf(month, months[base] ?? null));
      const owner = hasDeals && mark.deal !== null ? `${humanise(mark.deal)}: ` : '';
      return {
        key,
        kind: mark.kind,
        label: owner + words[mark.kind](mark.key),
        deal: mark.deal,
        months,
        moves,
        isMoved: moves.some((move) => move !== ''),
      };
    })
    .sort((one, two) => Number(two.isMoved) - Number(one.isMoved) || firstOf(one) - firstOf(two));
}

function moveOf(month: number | null, base: number | null): string {
  if (month === null) return base === null ? '' : 'no longer happens';
  if (base === null) return 'new';
  const shift = month - base;
  if (Math.abs(shift) < sameMonths) return '';
  const length = Math.abs(shift) < 0.95 ? 'less than a month' : formatDuration(Math.abs(shift));
  return `${length} ${shift > 0 ? 'later' : 'sooner'}`;
}

function firstOf({ months }: Milestone): number {
  return Math.min(...months.map((month) => month ?? Number.POSITIVE_INFINITY));
}

function monthsBetween(from: YearMonth, to: YearMonth): number {
  return (to.year - from.year) * 12 + (to.month - from.month);
}
