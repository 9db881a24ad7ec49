import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';

const blocks = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'] as const;
const bins = 24;
const samples = 400;

/** Draws the density of a distribution between its 1st and 99th percentile in one line of blocks. */
export function sparkline(distribution: Distribution): string {
  const low = quantile(distribution, 0.01);
  const high = quantile(distribution, 0.99);
  if (!(high > low)) return '';
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < samples; i++) {
    const value = quantile(distribution, 0.01 + (0.98 * (i + 0.5)) / samples);
    const bin = Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  return counts.map((count) => (count === 0 ? ' ' : blocks[Math.ceil((count / most) * 8) - 1])).join('');
}
