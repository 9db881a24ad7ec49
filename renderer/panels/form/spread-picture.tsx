import { useRef } from 'react';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { Spread } from '#shared/scenario/spread/spread.ts';
import { spreadHandles } from '#shared/scenario/spread/spread-handles.ts';
import type { Range } from '#shared/scenario/value.ts';
import { type SpreadAxis, spreadAxis } from '#shared/view/spread-axis.ts';
import { SpreadCurve } from './spread-curve.tsx';
import { SpreadHandle } from './spread-handle.tsx';
import { SpreadScale } from './spread-scale.tsx';

interface SpreadPictureProps {
  readonly label: string;
  readonly spread: Spread;
  readonly distribution: Distribution;
  readonly range: Range | null;
  onMove(words: string): void;
  onHold(isHeld: boolean): void;
}

/** A distribution with its numbers on handles; the axis rests while one is held, so that nothing jumps under the hand. */
export function SpreadPicture({ label, spread, distribution, range, onMove, onHold }: SpreadPictureProps) {
  const held = useRef<SpreadAxis | null>(null);
  const marks = spreadHandles(spread, 1, range).map(({ at }) => at);
  const axis = held.current ?? spreadAxis(distribution, marks, range);
  if (axis === null) return null;
  const handles = spreadHandles(spread, axis.high - axis.low, range);
  const hold = (isHeld: boolean) => {
    held.current = isHeld ? axis : null;
    onHold(isHeld);
  };
  return (
    <div className="spread-picture" data-family={spread.family}>
      <SpreadCurve label={label} spread={spread} distribution={distribution} axis={axis} />
      {handles.map((handle) => (
        <SpreadHandle
          key={handle.id}
          label={label}
          handle={handle}
          axis={axis}
          onMove={onMove}
          onHold={hold}
        />
      ))}
      <SpreadScale spread={spread} axis={axis} />
    </div>
  );
}
