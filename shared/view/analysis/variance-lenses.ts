import type { Lens } from '#shared/scenario/assist/lenses.ts';
import { formatShare } from '../format.ts';
import { measureName } from '../lens.ts';
import { type About, nameAt } from './about.ts';
import type { RankEffects } from './answers.ts';

/** Inputs that drive less than this are not worth a line. */
const leastShare = 0.01;

/** What is written at one place: several inputs where a text is used more than once. */
interface Written {
  readonly from: number;
  readonly to: number;
  readonly keys: readonly string[];
  readonly labels: readonly string[];
  readonly share: number;
}

/**
 * Says above the lines of a text which share of the variance of a figure their inputs drive, where it is 1 % or more. The answer must be
 * one about that very text: its places are offsets into it. Inputs of other files, and those with no answer, are left out.
 */
export function varianceLenses(
  about: About & { readonly months: number },
  { at, contribution, inputs, tied }: RankEffects,
  { id, text }: { readonly id: string; readonly text: string },
): readonly Lens[] {
  const written = new Map<number, Written>();
  for (const [input, { key, label, place }] of inputs.entries()) {
    const share = contribution[input] ?? Number.NaN;
    if (place === null || place.file !== id || Number.isNaN(share)) continue;
    const { from, to } = place;
    const { keys, labels, share: sum } = written.get(from) ?? { keys: [], labels: [], share: 0 };
    written.set(from, { from, to, keys: [...keys, key], labels: [...labels, label], share: sum + share });
  }
  // Shares of correlated inputs cannot be told apart: each carries some of the other.
  const correlated = new Set(tied.flat());
  const isAtEnd = at === about.months - 1;
  const figure = isAtEnd ? measureName(about.info) : nameAt(about, at);
  const worth = [...written.values()]
    .filter(({ share }) => share >= leastShare)
    .sort((one, other) => one.from - other.from);
  return worth.map(({ from, to, keys, labels, share }, order) => {
    const isOnLineOf = (other: Written | undefined): boolean =>
      other !== undefined &&
      !text.slice(Math.min(from, other.from), Math.max(from, other.from)).includes('\n');
    const sharesLine = isOnLineOf(worth[order - 1]) || isOnLineOf(worth[order + 1]);
    const name = sharesLine ? `${[...new Set(labels)].join(', ')}: ` : '';
    const care = keys.some((key) => correlated.has(key)) ? '; correlated' : '';
    return {
      from,
      to,
      path: keys[0] ?? '',
      title: `${name}drives ${formatShare(share)} of the variance of ${figure}${care}`,
    };
  });
}
