import { type KeyboardEvent, useRef, useState } from 'react';
import { median } from '#shared/engine/distribution/quantile.ts';
import type { FixedBy, ShareRow } from '#shared/scenario/shares/share-group.ts';
import { type ShareSheet, unitsText } from '#shared/scenario/shares/share-sheet.ts';
import { humanise } from '#shared/view/words.ts';
import { IconButton } from '../../ui/button.tsx';

interface ShareRowViewProps {
  readonly row: ShareRow;
  readonly label: string;
  readonly sheet: ShareSheet;
  readonly at: number;
  readonly isLocked: boolean;
  /** Another share can give way. */
  readonly canMove: boolean;
  onLock(): void;
  onSlide(units: number): void;
  onType(percent: number, decimals: number): void;
  /** A run of changes begins or ends; it is one step of undo. */
  onHold(isHeld: boolean): void;
}

/** One part of a whole: its share to type or slide, and a lock that keeps it while others move. */
export function ShareRowView(props: ShareRowViewProps) {
  const { row, label, sheet, at, isLocked, canMove, onLock, onSlide, onType, onHold } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const isHeld = useRef(false);
  const name = humanise(row.name);
  if (row.fixedBy !== null) {
    return (
      <tr>
        <th scope="row">{name}</th>
        <td colSpan={3} className="shares-note">
          {leftAlone(row, row.fixedBy)}
        </td>
      </tr>
    );
  }
  const units = sheet.units[at] ?? 0;
  const said = unitsText(sheet, units);
  const percent = 10 ** sheet.decimals;
  const commit = () => {
    const match = typed === null ? null : /^\s*(\d+(?:\.(\d+))?)\s*%?\s*$/.exec(typed);
    const share = Number(match?.[1] ?? Number.NaN);
    if (share <= 100 && `${share} %` !== said) onType(share, match?.[2]?.length ?? 0);
    setTyped(null);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') setTyped(null);
  };
  const slide = (next: number) => {
    if (!isHeld.current) onHold(true);
    isHeld.current = true;
    onSlide(Math.round(next / percent) * percent);
  };
  const drop = () => {
    if (isHeld.current) onHold(false);
    isHeld.current = false;
  };
  return (
    <tr data-path={row.value.path}>
      <th scope="row">{name}</th>
      <td>
        <input
          className="shares-number"
          aria-label={`Share of ${name}, ${label}`}
          value={typed ?? said}
          disabled={!canMove}
          spellCheck={false}
          data-settled={typed === null ? '' : undefined}
          onChange={(event) => setTyped(event.target.value)}
          onBlur={commit}
          onKeyDown={press}
        />
      </td>
      <td className="shares-slide">
        <input
          type="range"
          aria-label={`Move ${name}, ${label}`}
          aria-valuetext={said}
          min={0}
          max={100 * percent}
          step="any"
          value={units}
          disabled={!canMove}
          title={canMove ? undefined : 'No other share is free to give way'}
          onChange={(event) => slide(Number(event.target.value))}
          onPointerUp={drop}
          onKeyUp={drop}
          onBlur={drop}
        />
      </td>
      <td>
        <IconButton
          icon={isLocked ? 'lock' : 'unlock'}
          label={`Keep ${name} while others move`}
          isOn={isLocked}
          onClick={onLock}
        />
      </td>
    </tr>
  );
}

/** Why a share is not moved, with its middle where it has one. */
function leftAlone({ value: { distribution, text } }: ShareRow, fixedBy: FixedBy): string {
  const middle = `${Number((median(distribution) * 100).toPrecision(3))} %`;
  if (fixedBy.kind === 'uncertain') return `uncertain, ${text}, median ${middle}; left alone`;
  const amount = distribution.kind === 'constant' ? middle : `median ${middle}`;
  return `the assumption “${humanise(fixedBy.key)}”, ${amount}; left alone`;
}
