import type { Page } from 'playwright-core';

/** Has the page put by, or only note, every call it sends whose name begins so. */
async function catchCalls(page: Page, beginning: string, isHeld: boolean): Promise<void> {
  await page.evaluate(
    ([wanted, hold]) => {
      const { send } = WebSocket.prototype;
      const caught: (() => void)[] = [];
      WebSocket.prototype.send = function (message) {
        const text = message instanceof Uint8Array ? new TextDecoder().decode(message) : '';
        const isWanted = text.includes(`"${wanted}`);
        if (isWanted) caught.push(() => send.call(this, message));
        if (!isWanted || !hold) send.call(this, message);
      };
      Reflect.set(window, 'caughtCalls', () => caught.length);
      Reflect.set(window, 'letCallsGo', () => {
        WebSocket.prototype.send = send;
        for (const go of caught) go();
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

/** Keeps calls of a page back whose name begins so, until the returned function lets them and all later ones go. */
export async function holdCalls(page: Page, beginning: string): Promise<() => Promise<void>> {
  await catchCalls(page, beginning, true);
  return async () => {
    if ((await countCaught(page)) === 0) throw new Error(`No call that begins with ${beginning} was made.`);
    await page.evaluate(() => Reflect.get(window, 'letCallsGo')());
  };
}
