import { mean } from '#shared/engine/distribution/mean.ts';
import { prepareLaw } from '#shared/engine/distribution/prepare-law.ts';
import { median } from '#shared/engine/distribution/quantile.ts';
import type { Distribution } from '#shared/engine/plan/distribution.ts';
import { plainDecimal } from '../quantity/format-quantity.ts';
import { parseQuantity } from '../quantity/parse-quantity.ts';
import type { Range } from '../value.ts';
import type { Family } from './family.ts';
import { type Landmarks, landmarks } from './landmarks.ts';
import { type Speller, speller } from './speller.ts';
import type { Spread } from './spread.ts';

/**
 * Writes a quantity in another family, in the units it is written in, as near to what it says now as the family can come.
 * Bounds stay where the family runs on beyond them, words such as `up to` go. Null where the family cannot say it, such as a lognormal of what may be negative.
 */
export function convertSpread(
  spread: Spread,
  family: Family,
  distribution: Distribution,
  range: Range | null,
): string | null {
  if (family === spread.family) return spread.text;
  if (family === 'reported') return 'reported';
  const spell = speller(spread, median(distribution));
  const marks = landmarks(spread, distribution, range ?? {}, spell.scale);
  const text = inFamily(spread, family, spell, marks, distribution);
  if (text === null) return null;
  const isReadable = (words: string) =>
    parseQuantity(words, spread.dimension, { start: spread.start, range: range ?? {} }).ok;
  return [text + boundsBehind(spread, family), text].find(isReadable) ?? null;
}

/** `, at most 10 GW`, as it stands; empty where a family has no tails to cut. */
function boundsBehind({ text }: Spread, family: Family): string {
  if (family === 'fixed' || family === 'chance' || family === 'oneof') return '';
  return /(?:\s*,\s*at\s+(?:most|least)\s[^,]*)+$/.exec(text)?.[0] ?? '';
}

function inFamily(
  spread: Spread,
  family: Exclude<Family, 'reported'>,
  spell: Speller,
  marks: Landmarks,
  distribution: Distribution,
): string | null {
  const { low, p5, middle, mode, p95, high, sd } = marks;
  const call = (name: string, words: readonly string[]) => `${name}(${words.join(', ')})${spell.outside}`;
  const isDate = spread.dimension === 'date';
  switch (family) {
    case 'fixed':
      return spell.one(isChanceOf(spread) ? mean(distribution) : middle);
    case 'chance':
      return chanceWords(spread, distribution);
    case 'interval':
      return spell.interval(p5, p95);
    case 'normal':
      return call('normal', [spell.inside(middle), isDate ? `${plainDecimal(sd)} months` : spell.inside(sd)]);
    case 'lognormal':
      return p5 > 0 && !isDate ? call('lognormal', [spell.inside(p5), spell.inside(p95)]) : null;
    case 'uniform':
      return call('uniform', [spell.inside(low), spell.inside(high)]);
    case 'triangular':
    case 'pert':
      return call(family, [spell.inside(low), spell.inside(mode), spell.inside(high)]);
    case 'beta': {
      const law = prepareLaw({ kind: 'pert', low, mode, high });
      if (!law.ok || law.value.kind !== 'beta') return null;
      const shapes = [law.value.alpha, law.value.beta].map((one) => plainDecimal(Number(one.toFixed(2))));
      return call('beta', [...shapes, spell.inside(low), spell.inside(high)]);
    }
    case 'oneof': {
      const weighted = [
        `${spell.inside(low)}: 30 %`,
        `${spell.inside(middle)}: 40 %`,
        `${spell.inside(high)}: 30 %`,
      ];
      return call('oneof', weighted);
    }
  }
}

/** A chance written as an event is the same chance written plain, where the field asks for a chance. */
function isChanceOf({ family, dimension }: Spread): boolean {
  return family === 'chance' && dimension === 'probability';
}

function chanceWords({ dimension }: Spread, distribution: Distribution): string | null {
  if (dimension !== 'share' && dimension !== 'probability' && dimension !== 'number') return null;
  const chance = Math.min(1, Math.max(0, mean(distribution)));
  return `chance(${plainDecimal(Number((chance * 100).toPrecision(3)))} %)`;
}
