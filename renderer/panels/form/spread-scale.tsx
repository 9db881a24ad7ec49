import { sayValue } from '#shared/scenario/spread/say-value.ts';
import type { Spread } from '#shared/scenario/spread/spread.ts';
import { roundRange } from '#shared/view/axis-range.ts';
import type { SpreadAxis } from '#shared/view/spread-axis.ts';

interface SpreadScaleProps {
  readonly spread: Spread;
  readonly axis: SpreadAxis;
}

/** Round values below a picture of a distribution; decoration for the eye, the numbers themselves stand in fields. */
export function SpreadScale({ spread, axis }: SpreadScaleProps) {
  const share = (value: number) => (100 * (value - axis.low)) / (axis.high - axis.low);
  return (
    <div className="spread-scale" aria-hidden="true">
      {ticks(spread, axis)
        .filter((value) => share(value) >= 4 && share(value) <= 96)
        .map((value) => (
          <span key={value} style={{ left: `${share(value)}%` }}>
            {sayValue(spread, value)}
          </span>
        ))}
    </div>
  );
}

/** Months between ticks of dates, so that five labels at most stand side by side. */
const monthSteps = [1, 2, 3, 6, 12, 24, 60, 120];
const mostDates = 5;

/** Round in the unit written; dates by months that divide the year. */
function ticks({ dimension, parameters, start }: Spread, { low, high }: SpreadAxis): readonly number[] {
  if (dimension === 'date') {
    const step = monthSteps.find((one) => (high - low) / one <= mostDates) ?? 240;
    const first = Math.ceil((low + start.month - 1) / step) * step - (start.month - 1);
    return counted(first, step, high);
  }
  const spelling = parameters.find((one) => one.dimension === dimension)?.spelling;
  const scale = spelling?.kind === 'amount' ? spelling.scale : 1;
  const { min, step } = roundRange({ min: low / scale, max: high / scale });
  return counted(min, step, high / scale).map((value) => Number(value.toPrecision(12)) * scale);
}

function counted(first: number, step: number, last: number): number[] {
  return Array.from(
    { length: Math.max(0, Math.floor((last - first) / step + 1e-9) + 1) },
    (_, at) => first + at * step,
  );
}
