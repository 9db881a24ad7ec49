import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuantity } from '#shared/scenario/quantity/parse-quantity.ts';
import type { FixedBy, ShareGroup } from '#shared/scenario/shares/share-group.ts';
import {
  balanced,
  isBalanced,
  shareSheet,
  shareTexts,
  sheetSum,
  unitsText,
  withShare,
} from '#shared/scenario/shares/share-sheet.ts';
import { noProvenance } from '#shared/scenario/value.ts';

/** A group of shares as they might be written; `=KEY` is an assumption of 10 %. */
function groupOf(texts: readonly string[]): ShareGroup {
  const rows = texts.map((text, at) => {
    const key = text.startsWith('=') ? text.slice(1) : null;
    const parsed = parseQuantity(key === null ? text : '10 %', 'share', { start: null });
    if (!parsed.ok) throw new Error(parsed.error.message);
    const { distribution } = parsed.value;
    const fixedBy: FixedBy | null =
      key !== null
        ? { kind: 'assumption', key }
        : distribution.kind === 'constant'
          ? null
          : { kind: 'uncertain' };
    const path = `deals.aws.mix.schedule.2026-04.chip${at}`;
    const value = {
      path,
      dimension: 'share' as const,
      distribution,
      text,
      qualifier: null,
      place: { file: 'a', from: 0, to: 0 },
      provenance: noProvenance,
      isDecision: false,
      origin: 'written' as const,
      reference: key,
      range: { min: 0, max: 1 },
    };
    return { name: `chip${at}`, value, fixedBy };
  });
  return { path: 'deals.aws.mix.schedule.2026-04', kind: 'mix', from: '2026-04', otherDates: 0, rows };
}

/** Adds percentages and fractions as decimals, without rounding: in units of 10^-12 %. */
function exactSum(texts: readonly string[]): bigint {
  return texts.reduce((sum, text) => {
    const [, digits = '', decimals = '', percent] = /^(\d*)(?:\.(\d+))?\s*(%)?$/.exec(text.trim()) ?? [];
    const shift = percent === undefined ? 14 : 12;
    return sum + BigInt(digits + decimals) * 10n ** BigInt(shift - decimals.length);
  }, 0n);
}

const hundred = 100n * 10n ** 12n;

const written = fc.oneof(
  fc.nat({ max: 100 }).map((share) => `${share} %`),
  fc.nat({ max: 1000 }).map((tenths) => `${tenths / 10}%`),
  fc.nat({ max: 10_000 }).map((hundredths) => `${hundredths / 100} %`),
  fc.nat({ max: 1000 }).map((thousandths) => `${thousandths / 1000}`),
);

describe('share sheets', () => {
  it('sum to exactly 100 % as written, however they were written and whatever is moved', () => {
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 2, maxLength: 7 }),
        fc.nat(),
        fc.nat({ max: 100 }),
        (texts, which, percent) => {
          const sheet = shareSheet(groupOf(texts));
          const moved = withShare(sheet, which % texts.length, percent * 10 ** sheet.decimals, []);
          expect(moved).not.toBeNull();
          if (moved === null) return;
          expect(exactSum(shareTexts(moved)), shareTexts(moved).join(' + ')).toBe(hundred);
          const filled = balanced(sheet, []);
          expect(filled && exactSum(shareTexts(filled))).toBe(hundred);
        },
      ),
      { seed: 20261121, numRuns: 3000 },
    );
  });

  it('reads what it wrote as the same counts, and writes what does not move as it stood', () => {
    fc.assert(
      fc.property(
        fc.array(written, { minLength: 2, maxLength: 6 }),
        fc.nat({ max: 100 }),
        (texts, percent) => {
          const sheet = shareSheet(groupOf(texts));
          expect(shareTexts(sheet)).toEqual(texts);
          const moved = withShare(sheet, 0, percent * 10 ** sheet.decimals, []);
          if (moved === null) return;
          const again = shareSheet(groupOf(shareTexts(moved)), sheet.decimals);
          expect(again.units).toEqual(moved.units);
          expect(isBalanced(again)).toBe(true);
        },
      ),
      { seed: 20261121, numRuns: 1000 },
    );
  });

  it('says the sum in the digits that are written', () => {
    const sheet = shareSheet(groupOf(['33.3 %', '33.3 %', '33.3 %']));
    expect(unitsText(sheet, sheetSum(sheet))).toBe('99.9 %');
    expect(isBalanced(sheet)).toBe(false);
    const mended = balanced(sheet, []);
    expect(mended && shareTexts(mended)).toEqual(['33.4 %', '33.3 %', '33.3 %']);
  });

  it('leaves an assumption alone and lets the others fill what it leaves', () => {
    const sheet = shareSheet(groupOf(['=first', '60 %', '30 %']));
    expect(sheet.isSumKnown).toBe(true);
    const moved = withShare(sheet, 1, 45, []);
    expect(moved && shareTexts(moved)).toEqual(['=first', '45 %', '45 %']);
  });

  it('leaves what is uncertain alone, and keeps the sum the others had', () => {
    const sheet = shareSheet(groupOf(['5 to 25 %', '37 %', '34 %', '16 %']));
    expect(sheet.isSumKnown).toBe(false);
    const moved = withShare(sheet, 1, 47, [false, false, true, false]);
    expect(moved && shareTexts(moved)).toEqual(['5 to 25 %', '47 %', '34 %', '6 %']);
  });

  it('keeps the spelling of each row', () => {
    const sheet = shareSheet(groupOf(['0.25', 'about 50 %', '25%']));
    const moved = withShare(sheet, 0, 40, []);
    expect(moved && shareTexts(moved)).toEqual(['0.4', 'about 40 %', '20%']);
  });

  it('takes finer digits where they are asked for', () => {
    const sheet = shareSheet(groupOf(['50 %', '50 %']), 1);
    const moved = withShare(sheet, 0, 125, []);
    expect(moved && shareTexts(moved)).toEqual(['12.5 %', '87.5 %']);
  });
});
