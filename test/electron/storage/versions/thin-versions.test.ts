import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dated, versionsToDrop } from '../../../../electron/storage/versions/thin-versions.ts';

const hour = 3_600_000;
const day = 24 * hour;

/** Lives through a history of saves, thinning after each as the store does. */
function live(moments: readonly number[], isNamed: (number: number) => boolean = () => false): Dated[] {
  let kept: Dated[] = [];
  for (const [place, at] of moments.entries()) {
    kept.push({ number: place + 1, at, isNamed: isNamed(place + 1) });
    const gone = new Set(versionsToDrop(kept, at).map(({ number }) => number));
    kept = kept.filter(({ number }) => !gone.has(number));
  }
  return kept;
}

/** A working day every weekday, a save every few minutes. */
function years(count: number): number[] {
  const moments: number[] = [];
  for (let at = 0; at < count * 365; at += 1) {
    if (at % 7 > 4) continue;
    for (let minute = 0; minute < 480; minute += 12) moments.push(at * day + 9 * hour + minute * 60_000);
  }
  return moments;
}

describe('versionsToDrop', () => {
  const moments = years(3);
  const end = moments.at(-1) ?? 0;
  const kept = live(moments);
  const within = (from: number, to: number) => kept.filter(({ at }) => end - at >= from && end - at < to);

  /** The spans of some days in which anything was saved at all, in an age of so many days. */
  const spans = (from: number, to: number, days: number) => [
    ...new Set(
      moments
        .filter((at) => end - at >= from * day && end - at < to * day)
        .map((at) => Math.floor(at / (days * day))),
    ),
  ];

  it('keeps several of a day, then one a day, a week, a month', () => {
    expect(within(0, day).length).toBeGreaterThanOrEqual(12);
    expect(within(2 * day, 3 * day).length).toBeGreaterThanOrEqual(2);
    for (const [from, to, span] of [
      [10, 40, 1],
      [60, 340, 7],
      [500, 1000, 30],
    ] as const) {
      const found = within(from * day, to * day).map(({ at }) => Math.floor(at / (span * day)));
      expect(new Set(found).size).toBe(found.length);
      // The outermost may have its last version just outside the window.
      expect(found).toEqual(expect.arrayContaining(spans(from, to, span).slice(1, -1)));
    }
  });

  it('keeps few enough for a lifetime', () => {
    expect(kept.length).toBeLessThan(200);
  });

  it('leaves no moment of the past further from a version than its age allows', () => {
    const allowed = (age: number) =>
      age < day
        ? hour
        : age < 7 * day
          ? 3 * day
          : age < 45 * day
            ? 4 * day
            : age < 400 * day
              ? 9 * day
              : 33 * day;
    for (const moment of moments) {
      const nearest = Math.min(...kept.map(({ at }) => Math.abs(at - moment)));
      expect(nearest).toBeLessThanOrEqual(allowed(end - moment));
    }
  });

  it('keeps named versions for ever, and always the last dozen', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: -1e12, max: 4e12 }), { maxLength: 80 }),
        fc.integer({ min: -1e12, max: 4e12 }),
        (ats, now) => {
          const versions = ats.map((at, place) => ({ number: place + 1, at, isNamed: place % 5 === 0 }));
          const dropped = versionsToDrop(versions, now);
          expect(dropped.filter(({ isNamed }) => isNamed)).toEqual([]);
          expect(dropped.every(({ number }) => number <= versions.length - 12)).toBe(true);
          expect(dropped.length).toBeLessThanOrEqual(3);
        },
      ),
      { seed: 7 },
    );
  });

  it('loses next to nothing to a clock that jumps and jumps back', () => {
    const before = live(moments.slice(-500));
    const last = before.at(-1)?.at ?? 0;
    const jumped = live([
      ...moments.slice(-500),
      last + 5_000 * day,
      last + 60_000,
      last - 900 * day,
      last + 120_000,
    ]);
    const survivors = before.filter(({ number }) => jumped.some((one) => one.number === number));
    expect(before.length - survivors.length).toBeLessThanOrEqual(12);
    expect(jumped.slice(-4).map(({ number }) => number)).toEqual([501, 502, 503, 504]);
  });
});
