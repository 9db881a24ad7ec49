/**
 * Switches for a process that lives as long as a test or a file of them, and for each of its threads: compiling for most
 * speed what runs for a few seconds, over values of ever other shapes, costs more than it saves. It answers the same with
 * code that is compiled later.
 */
export const shortLived: readonly string[] = ['--interrupt-budget=1000000'];

/** The same for pages, which without their last compiler take a fifth less work to open. */
export const shortLivedPages: readonly string[] = ['--js-flags=--no-opt'];

/** Room for values that are made and soon forgotten, which otherwise has to be swept every few moments. */
export const roomForShortLived: readonly string[] = ['--min-semi-space-size=64', '--max-semi-space-size=128'];
