import { useCallback, useMemo, useRef, useState } from 'react';
import type { ShareGroup } from '#shared/scenario/shares/share-group.ts';
import { type ShareSheet, shareSheet, shareTexts } from '#shared/scenario/shares/share-sheet.ts';
import { type ShareWriter, shareWriter } from '../../state/share-writer.ts';
import { useDocuments, useStores } from '../../state/use-stores.ts';
import { useHold } from './use-hold.ts';

/** Shares of a whole as a form shows them, and the way to write all of them at once. */
export interface Shares {
  /** As last written here, ahead of the stock-taking that follows every edit. */
  readonly sheet: ShareSheet;
  /** As they were when the hand took hold: what the others are in proportion to while one is dragged. */
  anchor(): ShareSheet;
  readonly write: (sheet: ShareSheet) => void;
  /** Everything written between the two is one step of undo. */
  readonly hold: (isHeld: boolean) => void;
}

/** Makes the shares of a whole editable together. */
export function useShares(id: string, group: ShareGroup): Shares {
  const { documents, notices } = useStores();
  const [pending, setPending] = useState<{ readonly sheet: ShareSheet; readonly text: string } | null>(null);
  const writer = useRef<ShareWriter | null>(null);
  const anchored = useRef<ShareSheet | null>(null);
  const known = useMemo(() => shareSheet(group), [group]);
  const isAhead = useDocuments(
    ({ open }) => pending !== null && open.find((one) => one.id === id)?.text === pending.text,
  );
  const sheet = pending !== null && isAhead ? pending.sheet : known;
  const { hold: takeHold, isHeld } = useHold(() => {
    writer.current = null;
    anchored.current = null;
  });
  const hold = useCallback(
    (wanted: boolean) => {
      if (wanted && !isHeld()) anchored.current = sheet;
      takeHold(wanted);
    },
    [takeHold, isHeld, sheet],
  );
  const write = useCallback(
    (next: ShareSheet) => {
      const text = documents.find(id)?.text;
      if (text === undefined) return;
      writer.current ??= shareWriter(text, next.group);
      const result = writer.current.write(shareTexts(next));
      if (!isHeld()) writer.current = null;
      if ('fault' in result) {
        notices.warn('form', { kind: 'refused', message: result.fault });
        return;
      }
      setPending({ sheet: next, text: result.text });
      documents.edit(id, result.text);
    },
    [documents, notices, id, isHeld],
  );
  return { sheet, anchor: () => anchored.current ?? sheet, write, hold };
}
