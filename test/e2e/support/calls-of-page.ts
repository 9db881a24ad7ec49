import type { Page } from 'playwright-core';

/**
 * Has the page only note every call it sends whose name begins so, or put by the first of them with all that comes after it: what is
 * sent of a text counts on all that was sent before, so that nothing may overtake.
 */
async function catchCalls(page: Page, beginning: string, isHeld: boolean): Promise<void> {
  await page.evaluate(
    ([wanted, hold]) => {
      const { send } = WebSocket.prototype;
      let count = 0;
      const putBy: (() => void)[] = [];
      WebSocket.prototype.send = function (message) {
        const text = message instanceof Uint8Array ? new TextDecoder().decode(message) : '';
        if (text.includes(`"${wanted}`)) count += 1;
        if (hold && count > 0) putBy.push(() => send.call(this, message));
        else send.call(this, message);
      };
      Reflect.set(window, 'caughtCalls', () => count);
      Reflect.set(window, 'letCallsGo', () => {
        WebSocket.prototype.send = send;
        for (const go of putBy) go();
      });
    },
    [beginning, isHeld] as const,
  );
}

const countCaught = (page: Page): Promise<number> =>
  page.evaluate(() => Reflect.get(window, 'caughtCalls')() as number);

/** Counts, from now on, the calls of a page whose name begins so. */
export async function countCalls(page: Page, beginning: string): Promise<() => Promise<number>> {
  await catchCalls(page, beginning, false);
  return () => countCaught(page);
}

/** Keeps the first call of a page back whose name begins so, and all it sends after that, until the returned function lets them go. */
export async function holdCalls(page: Page, beginning: string): Promise<() => Promise<void>> {
  await catchCalls(page, beginning, true);
  return async () => {
    if ((await countCaught(page)) === 0) throw new Error(`No call that begins with ${beginning} was made.`);
    await page.evaluate(() => Reflect.get(window, 'letCallsGo')());
  };
}
