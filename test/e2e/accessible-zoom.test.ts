import type { Page } from 'playwright-core';
import { afterEach, describe, expect, it } from 'vitest';
import { barriers, faultsOf } from './support/barriers.ts';
import { type Bench, openBench } from './support/bench.ts';
import { cutOff } from './support/cut-off.ts';
import { compareScreens, dialogScreens, workScreens } from './support/screens.ts';

let bench: Bench;
/** Looking at thirty screens takes a busy machine minutes. */
const tour = { timeout: 900_000 };

/** What a narrow window can make worse; all else is looked for at full width. */
const aboutRoom = ['scrollable-region-focusable', 'aria-hidden-focus', 'nested-interactive'];

afterEach(() => bench?.close());

describe('at 200 % zoom', () => {
  it('has nothing cut off at 200 % zoom, on any screen, and no serious barrier', tour, async () => {
    bench = await openBench({ width: 683, height: 384 });
    const examine = async (page: Page) => {
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      const isTooWide = width > 683 ? [`${width} pixels wide`] : [];
      return [...isTooWide, ...(await cutOff(page)), ...(await barriers(page, { rules: aboutRoom }))];
    };
    expect(
      await faultsOf(bench.page, [...workScreens, ...dialogScreens, ...compareScreens], examine),
    ).toEqual({});
  });
});
