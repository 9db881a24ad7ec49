import type { Bar, BarAxis } from '#shared/view/analysis/sensitivity-bars.ts';

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`;

interface EffectBarsProps {
  readonly bars: readonly Bar[];
  readonly axis: BarAxis;
}

/** The bars of one input beside its figures; the cells say the same in words. */
export function EffectBars({ bars, axis }: EffectBarsProps) {
  return (
    <div className="effect" aria-hidden="true">
      <span className="effect-zero" style={{ left: percent(axis.zero) }} />
      {bars.map(({ from, to, low, high, kind }) => (
        <span key={kind}>
          <span
            className={`effect-bar effect-${kind}`}
            style={{ left: percent(Math.min(from, to)), width: percent(Math.abs(to - from)) }}
          />
          {low === null || high === null || kind === 'thin' ? null : (
            <span className="effect-reach" style={{ left: percent(low), width: percent(high - low) }} />
          )}
        </span>
      ))}
    </div>
  );
}

/** The labels over the bars of all inputs. */
export function EffectAxis({ axis }: { readonly axis: BarAxis }) {
  return (
    <div className="effect-axis" aria-hidden="true">
      {axis.ticks.map(({ at, label }) => (
        <span key={`${at} ${label}`} style={{ left: percent(at) }} className={edgeOf(at)}>
          {label}
        </span>
      ))}
    </div>
  );
}

function edgeOf(at: number): string {
  if (at < 0.08) return 'effect-tick effect-tick-first';
  return at > 0.92 ? 'effect-tick effect-tick-last' : 'effect-tick';
}
