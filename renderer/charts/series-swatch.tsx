import { memo } from 'react';
import type { Shape } from '#shared/export/drawing/drawing.ts';
import { type SampledLook, seriesSample } from '#shared/export/drawing/series-sample.ts';
import { pathData } from '#shared/export/drawing/svg.ts';
import type { ChartSeries } from '#shared/view/chart.ts';

const size = { width: 20, height: 10 };
const room = { left: 0, top: 0.5, right: size.width, bottom: size.height - 0.5 };

/** A sample of how a series is drawn, as in every picture of it: told apart by more than colour. */
export function SeriesSwatch({ series }: { readonly series: ChartSeries }) {
  const { kind, tone, dash, marker, texture } = series;
  return <Swatch {...{ kind, tone, dash, marker, texture }} />;
}

/** Drawn anew only when the look changes, which values do not. */
const Swatch = memo(function Swatch({ tone, ...look }: SampledLook & Pick<ChartSeries, 'tone'>) {
  const own = `var(--${tone.startsWith('data-') ? tone : `data-${tone}`})`;
  const shapes = seriesSample(look, room, { own, surface: 'var(--surface)' });
  return (
    <svg {...size} viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true" focusable="false">
      {shapes.map((shape) => (
        <Drawn key={pathData(shape.path)} shape={shape} />
      ))}
    </svg>
  );
});

function Drawn({ shape }: { readonly shape: Shape }) {
  return (
    <path
      d={pathData(shape.path)}
      fill={shape.fill ?? 'none'}
      fillOpacity={shape.fillOpacity}
      stroke={shape.stroke}
      strokeOpacity={shape.strokeOpacity}
      strokeWidth={shape.strokeWidth}
      strokeDasharray={shape.dash?.join(' ')}
    />
  );
}
