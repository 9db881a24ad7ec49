/**
 * Switches for a host that lives as long as a test: compiling for speed what runs for a few seconds costs more than it
 * saves, in each of its threads. It answers the same with code that is compiled later.
 */
export const shortLived: readonly string[] = ['--interrupt-budget=1000000'];

/** The same for pages, which without their last compiler take a fifth less work to open. */
export const shortLivedPages: readonly string[] = ['--js-flags=--no-opt'];
