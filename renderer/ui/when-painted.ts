const patience = 100;

/** Waits until what was just shown is on the screen; a page in the background is not waited for. */
export function whenPainted(): Promise<void> {
  return new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve));
    setTimeout(resolve, patience);
  });
}
