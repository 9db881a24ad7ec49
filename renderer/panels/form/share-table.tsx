import { memo, useState } from 'react';
import { median } from '#shared/engine/distribution/quantile.ts';
import type { ShareGroup } from '#shared/scenario/shares/share-group.ts';
import {
  balanced,
  isBalanced,
  type ShareSheet,
  shareSheet,
  sheetSum,
  unitsText,
  withShare,
} from '#shared/scenario/shares/share-sheet.ts';
import { Button } from '../../ui/button.tsx';
import { ShareRowView } from './share-row-view.tsx';
import { useShares } from './use-shares.ts';

interface ShareTableProps {
  readonly group: ShareGroup;
  readonly label: string;
  /** Of the scenario that is edited. */
  readonly id: string;
}

/**
 * Shares that make up a whole: moving one moves the others in proportion, a locked one stays, and the sum is always there
 * to be seen. What is uncertain or an assumption is left alone and says so.
 */
export const ShareTable = memo(function ShareTable({ group, label, id }: ShareTableProps) {
  const { sheet, anchor, write, hold } = useShares(id, group);
  const [locked, setLocked] = useState<ReadonlySet<string>>(new Set());
  const isLocked = group.rows.map(({ name }) => locked.has(name));
  const free = group.rows.filter(({ fixedBy }, at) => fixedBy === null && !isLocked[at]).length;
  const change = (next: ShareSheet | null) => next !== null && write(next);
  const lock = (name: string) =>
    setLocked((before) => {
      const after = new Set(before);
      if (!after.delete(name)) after.add(name);
      return after;
    });
  const mended = isBalanced(sheet) ? null : balanced(sheet, isLocked);
  return (
    <table className="shares" aria-label={label}>
      <caption>
        {label}
        <small>{circumstance(group)}</small>
      </caption>
      <thead className="unseen">
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Share</th>
          <th scope="col">Move</th>
          <th scope="col">Lock</th>
        </tr>
      </thead>
      <tbody>
        {group.rows.map((row, at) => (
          <ShareRowView
            key={row.value.path}
            row={row}
            label={label}
            sheet={sheet}
            at={at}
            isLocked={isLocked[at] === true}
            // One share alone has nobody to give to or take from.
            canMove={isLocked[at] !== true && free > 1}
            onLock={() => lock(row.name)}
            onSlide={(units) => change(withShare(anchor(), at, units, isLocked))}
            onType={(share, decimals) => {
              const finer = shareSheet(sheet.group, Math.max(decimals, sheet.decimals));
              const now = { ...finer, units: inFiner(sheet, finer) };
              change(withShare(now, at, Math.round(share * 10 ** now.decimals), isLocked));
            }}
            onHold={hold}
          />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{sheet.isSumKnown ? 'Sum' : 'Sum of the others'}</th>
          <td>
            <output className={isBalanced(sheet) ? 'shares-sum' : 'shares-sum shares-sum-off'}>
              {unitsText(sheet, sheetSum(sheet))}
            </output>
          </td>
          <td colSpan={2} className="shares-note">
            {mended ? (
              <Button onClick={() => write(mended)}>Scale to {unitsText(sheet, sheet.total)}</Button>
            ) : null}
          </td>
        </tr>
        <tr>
          <td colSpan={4} className="shares-note shares-foot">
            {sumNote(sheet)}
          </td>
        </tr>
      </tfoot>
    </table>
  );
});

/** The same counts in finer units. */
function inFiner(from: ShareSheet, to: ShareSheet): readonly number[] {
  const factor = 10 ** (to.decimals - from.decimals);
  return from.units.map((units) => Math.round(units * factor));
}

function circumstance({ kind, from, otherDates }: ShareGroup): string {
  if (kind === 'ramp') return 'equal slices of the term';
  if (otherDates === 0) return `from ${from}`;
  return `at ${from}; the mix changes over time, in a straight line to the next date`;
}

function sumNote(sheet: ShareSheet): string {
  if (!sheet.isSumKnown) {
    const uncertain = sheet.group.rows
      .filter((_, at) => Number.isNaN(sheet.units[at]))
      .reduce((sum, { value }) => sum + median(value.distribution), 0);
    const middle = `${Number((uncertain * 100).toPrecision(3))} %`;
    return `Kept beside the uncertain ${middle} (median); every draw is scaled to 100 %.`;
  }
  return isBalanced(sheet)
    ? 'Moving one share moves the others in proportion; a lock keeps one.'
    : 'The shares are not 100 %; the model scales them to it.';
}
