import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Screen } from './screens.ts';

/** What is looked at, and by which rules: all of them in the whole window where nothing is said. */
interface Examination {
  readonly rules?: readonly string[];
  readonly allBut?: readonly string[];
  readonly part?: string | undefined;
}

/** What a checker of the common rules finds that would keep somebody out. */
export async function barriers(page: Page, { rules, allBut, part }: Examination = {}): Promise<string[]> {
  // Only what is wrong is asked about: to describe the thousands of elements with which all is well takes most of the time.
  const checker = new AxeBuilder(await sourceFor(page)).options({ resultTypes: ['violations'] });
  if (rules !== undefined) checker.withRules([...rules]);
  if (allBut !== undefined) checker.disableRules([...allBut]);
  if (part !== undefined) checker.include(part);
  // The program has no frames, so nothing has to be put together from theirs on a page of its own.
  expect(page.frames()).toHaveLength(1);
  const { violations } = await checker.setLegacyMode().analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

/** A page that has been checked before knows the rules: to read their half a megabyte takes as long as to apply some. */
async function sourceFor(page: Page): Promise<{ page: Page; axeSource?: string }> {
  const isKnown = await page.evaluate(() => 'axe' in window);
  return isKnown ? { page, axeSource: 'true' } : { page };
}

/** What a system wishes for each theme to be put on. */
const themes = [
  ['light', { colorScheme: 'light', contrast: 'no-preference' }],
  ['dark', { colorScheme: 'dark', contrast: 'no-preference' }],
  ['high-contrast', { colorScheme: 'light', contrast: 'more' }],
] as const;

/** What a theme can make worse; all else is the same in all of them. */
const aboutColour = ['color-contrast', 'link-in-text-block'];

/** Looks at a screen in one theme after another, as it stands, beginning with the one that is on; at its colours where it is new. */
export async function barriersInAllThemes(page: Page, part?: string): Promise<string[]> {
  const found: string[] = [];
  const isLastOn = (await page.locator(`html[data-theme="${themes[2][0]}"]`).count()) > 0;
  for (const [theme, wishes] of isLastOn ? themes.toReversed() : themes) {
    await page.emulateMedia(wishes);
    await page.locator(`html[data-theme="${theme}"]`).waitFor();
    await page.evaluate(() => new Promise((painted) => requestAnimationFrame(() => setTimeout(painted, 50))));
    const faults = await barriers(page, { rules: aboutColour, part });
    if (theme === 'light') faults.push(...(await barriers(page, { allBut: aboutColour })));
    found.push(...faults.map((fault) => `${theme}: ${fault}`));
  }
  return found;
}

/** Goes through screens one after another and gives what is wrong with any, by its name. */
export async function faultsOf(
  page: Page,
  screens: readonly Screen[],
  examine: (page: Page, part?: string) => Promise<readonly string[]>,
): Promise<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const { name, part, show, leave } of screens) {
    await show(page);
    const faults = await examine(page, part);
    if (faults.length > 0) found[name] = faults;
    await leave?.(page);
  }
  return found;
}
