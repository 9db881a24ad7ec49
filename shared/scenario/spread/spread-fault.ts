import type { QuantityFault } from '../quantity/quantity.ts';
import type { Parameter, Spread } from './spread.ts';

/**
 * Finds the number of a distribution that a fault is about: the one the fault points at, else the one that was changed
 * last, which is what made it wrong; null where the words say neither.
 */
export function faultyParameter(
  spread: Spread,
  fault: QuantityFault,
  changed: Parameter | null,
): Parameter | null {
  const written = spread.parameters.filter(({ lead }) => lead === null);
  const isWhole = written.every(({ from, to }) => fault.from <= from && to <= fault.to);
  const [pointed] = written.filter(({ from, to }) => from < fault.to && fault.from < to);
  if (!isWhole && pointed !== undefined) return pointed;
  return changed ?? pointed ?? null;
}
