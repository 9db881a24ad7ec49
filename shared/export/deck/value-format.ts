import type { AxisRange } from '#shared/view/axis-range.ts';

/** The number format of an axis: as many decimals as its ticks need. */
export function valueFormat({ step }: AxisRange): string {
  const decimals =
    [0, 1, 2].find((one) => Math.abs(step * 10 ** one - Math.round(step * 10 ** one)) < 1e-9) ?? 3;
  return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
}
