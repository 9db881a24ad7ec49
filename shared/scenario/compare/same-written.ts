import { dimensions } from '../quantity/dimensions.ts';
import { parseQuantity } from '../quantity/parse-quantity.ts';
import { sameDistribution } from './same-distribution.ts';

/** Dates count from here; any month does, as both sides count from the same. */
const start = { year: 2020, month: 1 };

/** Tells whether two texts say the same quantity in some dimension, or the same formula but for its spacing. */
export function sameWritten(a: string, b: string): boolean {
  if (withoutSpacing(a) === withoutSpacing(b)) return true;
  return dimensions.some((dimension) => {
    const [one, two] = [parseQuantity(a, dimension, { start }), parseQuantity(b, dimension, { start })];
    return one.ok && two.ok && sameDistribution(one.value.distribution, two.value.distribution);
  });
}

function withoutSpacing(text: string): string {
  return text.replace(/\s+/g, '');
}
