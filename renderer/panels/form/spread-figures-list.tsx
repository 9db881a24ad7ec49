import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { sayValue } from '#shared/scenario/spread/say-value.ts';
import type { Spread } from '#shared/scenario/spread/spread.ts';
import { spreadFigures } from '#shared/view/spread-figures.ts';

interface SpreadFiguresListProps {
  readonly spread: Spread;
  readonly distribution: Distribution;
}

/** Percentiles and mean of a distribution, in the unit it is written in. */
export function SpreadFiguresList({ spread, distribution }: SpreadFiguresListProps) {
  if (distribution.kind === 'constant') return null;
  const { p10, p50, p90, mean } = spreadFigures(distribution);
  const figures = [
    ['P10', p10],
    ['P50', p50],
    ['P90', p90],
    ['Mean', mean],
  ] as const;
  return (
    <dl className="spread-figures">
      {figures.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{sayValue(spread, value)}</dd>
        </div>
      ))}
    </dl>
  );
}
