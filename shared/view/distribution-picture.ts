import { quantile } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { densityBetween } from './density-between.ts';
import { spreadAxis } from './spread-axis.ts';

/** The colours of a picture, which stands apart from the page and cannot take its own. */
export interface PictureColours {
  readonly data: string;
  readonly axis: string;
}

/** Size in pixels. */
export const pictureSize = { width: 264, height: 52 } as const;

/** Draws how likely which values are as SVG, darker between the 5th and the 95th percentile, with a line at the median; null for a certain value. */
export function distributionPicture(
  distribution: Distribution,
  { data, axis }: PictureColours,
): string | null {
  const ends = spreadAxis(distribution, [], null);
  const density = ends && densityBetween(distribution, ends.low, ends.high);
  if (!ends || !density) return null;
  const { width, height } = pictureSize;
  const foot = height - 1;
  const x = (share: number) => (share * width).toFixed(1);
  const y = (likelihood: number) => (foot - likelihood * (foot - 2)).toFixed(1);
  const at = (share: number) =>
    Number(x((quantile(distribution, share) - ends.low) / (ends.high - ends.low)));
  const [low, middle, high] = [at(0.05), at(0.5), at(0.95)];
  const outline = density.points.map(([share, likelihood]) => `${x(share)} ${y(likelihood)}`).join('L');
  const area = `M0 ${foot}L${outline}L${width} ${foot}Z`;
  const bars = density.points.map(([share, likelihood]) => `M${x(share)} ${foot}V${y(likelihood)}`).join('');
  const shape = density.isDiscrete
    ? `<path d="${bars}" stroke="${data}" stroke-width="5"/>`
    : `<path d="${area}" fill="${data}" fill-opacity=".25"/>` +
      `<clipPath id="middle"><path d="M${low} 0H${high}V${height}H${low}Z"/></clipPath>` +
      `<path d="${area}" fill="${data}" fill-opacity=".5" clip-path="url(#middle)"/>`;
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${shape}` +
    `<path d="M${middle} 0V${foot}" stroke="${axis}" stroke-dasharray="3 3"/>` +
    `<path d="M0 ${foot + 0.5}H${width}" stroke="${axis}"/></svg>`
  );
}
