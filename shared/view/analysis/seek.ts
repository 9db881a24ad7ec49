import type { Share } from '#shared/engine/summary/share.ts';
import { type DisplayUnit, thinSpace } from '../display-unit.ts';
import { formatShare } from '../format.ts';
import { formatError, formatMeasuredShare } from '../format-measured.ts';
import { capitalise } from '../words.ts';
import { type About, figureText, nameAt } from './about.ts';
import type { SeekResult } from './answers.ts';
import { inputText } from './input-text.ts';
import { tieWords } from './ties.ts';

const percent: DisplayUnit = { factor: 100, label: '%', prefix: '', suffix: `${thinSpace}%` };

/** What was sought. */
export interface Sought {
  readonly target: number;
  readonly inDraws: { readonly share: number; readonly side: 'at-least' | 'at-most' } | null;
}

/** The answer of a goal seek in words. */
export interface SeekView {
  readonly finding: string;
  readonly details: readonly string[];
  /** Values that bring the measure to the target, as they can be written into the text. */
  readonly values: readonly { readonly value: number; readonly text: string; readonly isJump: boolean }[];
}

/** Says what a goal seek found: the values, or how near one comes and what to try next. */
export function seekView(about: About, result: SeekResult, { target, inDraws }: Sought): SeekView {
  const { input, solutions, sharesReached, nearest, low, high, tried } = result;
  const text = (value: number): string => inputText(value, input, about.start);
  const figure = (value: number): string => figureText(about, value);
  const reached =
    inDraws === null
      ? `${nameAt(about, result.at)} to ${figure(target)}`
      : `${nameAt(about, result.at)} to ${inDraws.side === 'at-least' ? 'at least' : 'at most'} ${figure(target)} in ${formatShare(inDraws.share)} of draws`;
  const values = plateaus(result).map(({ from, to, isJump }) => {
    const words = from === to ? text(from) : `${text(from)} to ${text(to)}`;
    return { value: from, text: words, isJump };
  });
  const ties = tieWords([result], inDraws !== null);
  const range = `between ${text(low)} and ${text(high)}`;
  if (values.length > 0) {
    const found = values.map((one) => one.text).join(' or ');
    const jumps = solutions.some(({ isJump }) => isJump)
      ? [
          'At a leap the measure passes the target without taking it; just beside the value it lies on the other side.',
        ]
      : [];
    return {
      finding: `${capitalise(input.label)} of ${found} brings ${reached}`,
      details: [
        `It is ${input.text === '' ? text(input.central) : input.text} in the scenario; searched ${range}.`,
        ...jumps,
        ...shareWords(sharesReached ?? []),
        ...ties,
      ],
      values,
    };
  }
  if (nearest === null) {
    const details = ['Search another range, or look at another month.', ...ties];
    return {
      finding: `${nameAt(about, result.at)} has no answer for ${input.label} ${range}`,
      details,
      values,
    };
  }
  const figures = [...tried.figures].filter(Number.isFinite);
  const [least, most] = [Math.min(...figures), Math.max(...figures)];
  return {
    finding: `No ${input.label} ${range} brings ${reached}`,
    details: [
      `It goes from ${figure(least)} to ${figure(most)} there; ${text(nearest.value)} comes nearest, with ${figure(nearest.figure)}.`,
      'Search a wider range or set another target.',
      ...ties,
    ],
    values,
  };
}

/** Says how well the share of draws is known in which the target is reached. */
function shareWords(shares: readonly Share[]): readonly string[] {
  const [worst] = [...shares].sort((one, two) => two.standardError - one.standardError);
  if (worst === undefined || !Number.isFinite(worst.standardError)) return [];
  const share = formatMeasuredShare(worst.share, worst.standardError);
  const error = formatError(worst.standardError, percent);
  return [`There ${share} of the draws reach it, ${error} by sampling (one standard error).`];
}

interface Plateau {
  readonly from: number;
  readonly to: number;
  readonly isJump: boolean;
}

/** Joins solutions at neighbouring values that were tried: there the measure stays at the target. */
function plateaus({ solutions, tried }: SeekResult): Plateau[] {
  const found: (Plateau & { readonly last: number })[] = [];
  for (const { value, isJump } of solutions) {
    const place = tried.values.indexOf(value);
    const before = found.at(-1);
    if (before !== undefined && place > 0 && before.last === place - 1) {
      found[found.length - 1] = { ...before, to: value, last: place };
    } else {
      found.push({ from: value, to: value, isJump, last: place < 0 ? Number.NaN : place });
    }
  }
  return found;
}
