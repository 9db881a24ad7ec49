/** A model over the unit cube, evaluated at many points at once. */
export interface UnitEvaluator {
  readonly dimensions: number;
  readonly outputs: number;
  /** From `unit[dimension * count + point]`, in (0, 1), to `result[output * count + point]`. */
  readonly evaluate: (unit: Float64Array, count: number) => Float64Array;
}
