/** Why no draws can be made: which inputs it concerns, and a sentence that names them and says what to do. */
export interface SamplingFault {
  readonly code: 'distribution' | 'correlation';
  /** Keys of the inputs concerned: one for a distribution, the offending pair for a correlation. */
  readonly keys: readonly string[];
  readonly message: string;
}
