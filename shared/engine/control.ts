/** How whoever hosts a run can stop it and hear of it. The engine asks often; asking must be cheap. */
export interface RunControl {
  readonly isCancelled: () => boolean;
  /** Called with the share done, 0…1. */
  readonly report: (fraction: number) => void;
}

/** Runs to the end, says nothing. */
export const uncontrolled: RunControl = { isCancelled: () => false, report: () => undefined };
