import type { Term } from '../quantity/read-term.ts';
import type { Borrowed, Target } from '../quantity/resolve-terms.ts';
import { resolveTerm } from '../quantity/resolve-terms.ts';
import type { Spelling } from './spread.ts';

/** The words around a number: `$` and `B/GW`, nothing and ` months`. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

const amount = /^[-+−]?[ ]*(US\$|\$)?[ ]*[-−]?[\d_.]+(?:[eE][-+]?\d+)?([\s\S]*)$/;

/** Tells what stands around the number of a term. */
export function aroundTerm(
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): Around {
  const match = amount.exec(text.slice(from, to));
  // A ratio such as 20:1 has no unit: written anew it is a plain number.
  const after = match?.[2] ?? '';
  return { before: match?.[1] ?? '', after: after.startsWith(':') ? '' : after };
}

/** Tells how a term is spelt, with the words lent to it. Null where it does not measure what it should. */
export function spellTerm(
  target: Target,
  term: Term,
  borrowed: Borrowed | null,
  lent: Around | null,
): { readonly value: number; readonly spelling: Spelling } | null {
  const value = resolveTerm(target, term, borrowed);
  if (!value.ok) return null;
  if (term.kind === 'date') {
    const by = term.to - term.from > '2026-04'.length && !/Q/.test(target.text.slice(term.from, term.to));
    return { value: value.value, spelling: { kind: 'date', by: by ? 'day' : 'month' } };
  }
  const scale = resolveTerm(target, { ...term, numeral: '1' }, borrowed);
  // A share of more than 1 without a unit cannot be read, one of exactly 1 can.
  if (!scale.ok) return null;
  const own = aroundTerm(target.text, term);
  const hasOwnUnit = own.before !== '' || own.after !== '' || lent === null;
  const spelling: Spelling = {
    kind: 'amount',
    before: own.before === '' ? (lent?.before ?? '') : own.before,
    after: own.after === '' ? (lent?.after ?? '') : own.after,
    scale: scale.value,
    hasOwnUnit,
  };
  return { value: value.value, spelling };
}
