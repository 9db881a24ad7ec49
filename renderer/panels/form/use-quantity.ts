import { useCallback, useMemo, useRef, useState } from 'react';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import type { YearMonth } from '#shared/engine/plan/plan.ts';
import { parseOnce } from '#shared/scenario/quantity/parse-once.ts';
import type { Value } from '#shared/scenario/value.ts';
import { useDocuments, useStores } from '../../state/use-stores.ts';
import { type ValueWriter, valueWriter } from '../../state/value-writer.ts';
import { useHold } from './use-hold.ts';

/** A quantity as a form shows it: its words, what they mean, and the way to write others. */
export interface Quantity {
  /** As last written here, ahead of the stock-taking that follows every edit. */
  readonly words: string;
  readonly distribution: Distribution;
  readonly write: (words: string) => void;
  /** Everything written between the two is one step of undo. */
  readonly hold: (isHeld: boolean) => void;
}

/** Makes the words of a quantity editable in place. */
export function useQuantity(id: string, value: Value, start: YearMonth): Quantity {
  const { documents, notices } = useStores();
  const [pending, setPending] = useState<{ readonly words: string; readonly text: string } | null>(null);
  const writer = useRef<ValueWriter | null>(null);
  // Only what this row wrote itself makes it look at the text, so that an edit elsewhere draws no row anew.
  const isAhead = useDocuments(
    ({ open }) => pending !== null && open.find((one) => one.id === id)?.text === pending.text,
  );
  const words = pending !== null && isAhead ? pending.words : value.text;
  const { hold, isHeld } = useHold(() => {
    writer.current = null;
  });
  const write = useCallback(
    (next: string) => {
      const text = documents.find(id)?.text;
      if (text === undefined) return;
      writer.current ??= valueWriter(text, value);
      const result = writer.current.write(next);
      if (!isHeld()) writer.current = null;
      if ('fault' in result) {
        notices.warn('form', { kind: 'refused', message: result.fault });
        return;
      }
      setPending({ words: next, text: result.text });
      documents.edit(id, result.text);
    },
    [documents, notices, id, value, isHeld],
  );
  const distribution = useMemo(() => meaningOf(words, value, start), [words, value, start]);
  return { words, distribution, write, hold };
}

/** What the words mean; those that cannot be read, or only refer to reports, mean what was last understood. */
function meaningOf(words: string, value: Value, start: YearMonth): Distribution {
  const read = parseOnce(words, value.dimension, { start, range: value.range ?? {} });
  return read.ok ? read.value.distribution : value.distribution;
}
