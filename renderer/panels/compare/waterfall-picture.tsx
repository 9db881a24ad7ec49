import type { Waterfall, WaterfallBar } from '#shared/view/compare/waterfall.ts';
import { useSize } from '../analysis/use-size.ts';

interface WaterfallPictureProps {
  readonly view: Waterfall;
  readonly label: string;
  /** Colours of the two ends: those of their scenarios. */
  readonly tones: readonly [from: string, to: string];
}

const margin = { top: 18, bottom: 34 } as const;
/** Ends further from zero than this many times the change are cut off, so that the parts can be seen. */
const cutFrom = 4;
const letterWidth = 6.3;

/** A bridge as bars: the ends stand on the ground, the parts hang between them. */
export function WaterfallPicture({ view, label, tones }: WaterfallPictureProps) {
  const [box, { width, height }] = useSize<HTMLDivElement>({ width: 520, height: 200 });
  const { bars } = view;
  const levels = bars.flatMap(({ kind, from, to }) => (kind === 'end' ? [to] : [from, to]));
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const isCut = low > 0 && low > cutFrom * (high - low);
  const ground = isCut ? low - (high - low) * 0.25 : Math.min(0, low);
  const top = Math.max(isCut ? high : 0, high);
  const plot = Math.max(1, height - margin.top - margin.bottom);
  const y = (value: number) => margin.top + plot * (1 - (value - ground) / (top - ground || 1));
  const step = width / bars.length;
  const bar = Math.max(4, step * 0.64);
  const x = (place: number) => place * step + (step - bar) / 2;
  return (
    <div ref={box} className="waterfall">
      <svg width={width} height={height} role="img" aria-label={label}>
        <line className="small-axis" x1={0} x2={width} y1={y(ground)} y2={y(ground)} />
        {bars.map((one, place) => (
          <Bar
            key={one.key}
            bar={one}
            x={x(place)}
            width={bar}
            step={step}
            y={y}
            ground={ground}
            next={place < bars.length - 1 ? x(place + 1) : null}
            foot={height}
            isCut={isCut}
            tone={tones[place === 0 ? 0 : 1]}
          />
        ))}
      </svg>
    </div>
  );
}

interface BarProps {
  readonly bar: WaterfallBar;
  readonly x: number;
  readonly width: number;
  readonly step: number;
  readonly y: (value: number) => number;
  readonly ground: number;
  readonly next: number | null;
  readonly foot: number;
  readonly isCut: boolean;
  readonly tone: string;
}

function Bar({ bar, x, width, step, y, ground, next, foot, isCut, tone }: BarProps) {
  const { kind, from, to, effect, standardError, label, text } = bar;
  const start = kind === 'end' ? ground : from;
  const [upper, lower] = [Math.min(y(start), y(to)), Math.max(y(start), y(to))];
  const look = kind === 'end' ? undefined : effect >= 0 ? 'waterfall-up' : 'waterfall-down';
  const middle = x + width / 2;
  const reach = Math.abs(y(to + 1.96 * standardError) - y(to));
  return (
    <g>
      <title>{`${label}: ${text}`}</title>
      <rect
        className={look}
        style={kind === 'end' ? { fill: tone } : undefined}
        x={x}
        y={upper}
        width={width}
        height={Math.max(1, lower - upper)}
      />
      {kind === 'end' && isCut ? (
        <path className="waterfall-cut" d={`M${x - 2} ${lower - 9}l${width + 4} -5v4l-${width + 4} 5z`} />
      ) : null}
      {next === null ? null : (
        <line className="waterfall-join" x1={x + width} x2={next} y1={y(to)} y2={y(to)} />
      )}
      {reach > 1.5 ? (
        <line className="waterfall-error" x1={middle} x2={middle} y1={y(to) - reach} y2={y(to) + reach} />
      ) : null}
      <text className="waterfall-figure" x={middle} y={upper - 5} textAnchor="middle">
        {text}
      </text>
      {linesOf(label, step).map((line, at) => (
        <text key={line} className="small-label" x={middle} y={foot - 20 + at * 12} textAnchor="middle">
          {line}
        </text>
      ))}
    </g>
  );
}

/** Two lines of what fits under a bar; the table below says it in full. */
function linesOf(label: string, step: number): readonly string[] {
  const letters = Math.max(3, Math.floor(step / letterWidth));
  const words = label.replaceAll(' · ', ' ').split(' ');
  const lines: string[] = [''];
  for (const word of words) {
    const last = lines.at(-1) ?? '';
    const joined = last === '' ? word : `${last} ${word}`;
    if (joined.length <= letters || last === '') lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  const shown = lines.slice(0, 2).map((line) => cut(line, letters));
  if (lines.length > 2 && shown[1] !== undefined) shown[1] = cut(`${shown[1]}…`, letters);
  return shown;
}

function cut(text: string, letters: number): string {
  return text.length <= letters ? text : `${text.slice(0, Math.max(1, letters - 1))}…`;
}
