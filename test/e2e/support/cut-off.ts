import type { Page } from 'playwright-core';

/**
 * Names what can be pressed or filled in but lies, for the larger part, where nobody can bring it into sight: beyond the
 * window, or beyond an area that hides what does not fit and does not scroll.
 */
export async function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const wanted = 'button, input, select, a[href], [role="tab"], [role="menuitem"], [role="option"]';
    const least = 0.6;
    const all = [...document.querySelectorAll<HTMLElement>(wanted)].filter((element) => {
      const isOurs = element.closest('.monaco-editor, .monaco-aria-container, [aria-hidden="true"]') === null;
      return isOurs && element.checkVisibility({ visibilityProperty: true });
    });
    const share = (element: HTMLElement): number => {
      const own = element.getBoundingClientRect();
      let [left, right, top, bottom] = [own.left, own.right, own.top, own.bottom];
      for (let box = element.parentElement; box !== null; box = box.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(box);
        const edge = box.getBoundingClientRect();
        const scrolls = (how: string) => how === 'auto' || how === 'scroll';
        // What scrolls can be brought to where its area is.
        if (scrolls(overflowX)) [left, right] = [edge.left, edge.left + Math.min(own.width, edge.width)];
        else if (overflowX !== 'visible')
          [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        if (scrolls(overflowY)) [top, bottom] = [edge.top, edge.top + Math.min(own.height, edge.height)];
        else if (overflowY !== 'visible')
          [top, bottom] = [Math.max(top, edge.top), Math.min(bottom, edge.bottom)];
      }
      const width = Math.min(right, innerWidth) - Math.max(left, 0);
      const height = Math.min(bottom, innerHeight) - Math.max(top, 0);
      if (own.width === 0 || own.height === 0) return 1;
      return Math.min(Math.max(0, width) / own.width, Math.max(0, height) / own.height);
    };
    return all
      .filter((element) => share(element) < least)
      .map((element) => {
        const words = element.getAttribute('aria-label') ?? element.textContent ?? '';
        return `${element.tagName.toLowerCase()} ${words.slice(0, 40)} (${element.closest('[class]')?.className ?? ''})`;
      });
  });
}
