/**
 * Has the browser begin a frame as soon as it can. It begins one only as often as the screen shows one, and only if it was asked
 * before that moment: work that ends after it and had asked for nothing waits for the next.
 */
export function expectFrame(): void {
  requestAnimationFrame(() => undefined);
}
