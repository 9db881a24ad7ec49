interface DensitySketchProps {
  readonly points: readonly (readonly [x: number, y: number])[];
  readonly isDiscrete: boolean;
  readonly label: string;
}

const width = 72;
const height = 20;

/** A small picture of how likely which values are. */
export function DensitySketch({ points, isDiscrete, label }: DensitySketchProps) {
  const x = (share: number) => 2 + share * (width - 4);
  const y = (share: number) => height - 1 - share * (height - 3);
  const outline = points.map(([at, likelihood]) => `${x(at).toFixed(1)},${y(likelihood).toFixed(1)}`);
  const first = points[0]?.[0] ?? 0;
  const last = points[points.length - 1]?.[0] ?? 1;
  return (
    <svg
      className="density"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={label}
    >
      {isDiscrete ? (
        points.map(([at, likelihood]) => (
          <path
            key={at}
            d={`M${x(at).toFixed(1)} ${height - 1}V${y(likelihood).toFixed(1)}`}
            className="density-bar"
          />
        ))
      ) : (
        <path
          d={`M${x(first)},${height - 1}L${outline.join('L')}L${x(last)},${height - 1}Z`}
          className="density-area"
        />
      )}
    </svg>
  );
}
