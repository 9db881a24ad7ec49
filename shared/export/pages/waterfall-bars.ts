import type { Waterfall } from './page.ts';

/** A bar of a bridge with the levels between which it lies. */
export interface WaterfallBar {
  readonly label: string;
  readonly kind: 'total' | 'change';
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

/** Places the bars of a bridge: each change begins where the bar before it ends. */
export function waterfallBars({ steps }: Pick<Waterfall, 'steps'>): WaterfallBar[] {
  let level = 0;
  return steps.map(({ label, kind, value }) => {
    const from = kind === 'total' ? 0 : level;
    level = from + value;
    return { label, kind, value, from, to: level };
  });
}
