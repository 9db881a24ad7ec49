/** Draws of one page. */
export const PAGE_DRAWS = 512;

/**
 * Room for the draws that all sieves of a run keep, taken a page at a time by whichever needs one: nobody can tell beforehand how many
 * draws each will keep. Which page is whose depends on the order of the work, what stands in those of a slice does not.
 */
export interface KeptPages {
  /** Pages that are taken. */
  readonly taken: Int32Array;
  readonly values: Float64Array;
  readonly replicates: Uint8Array;
}
