/** Path of an installed Chromium-family browser, or null. */
export function findChromium(): string | null;
/** Finds a browser or obtains one; null when neither works. */
export function obtainChromium(): string | null;
