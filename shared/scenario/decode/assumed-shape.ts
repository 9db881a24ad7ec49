import type { QuantityShape } from '../fields/shape.ts';
import type { Dimension } from '../quantity/quantity.ts';

const shapes = new Map<string, QuantityShape>();

/** Describes the quantity of an assumption, whose ends those that refer to it set; one shape for each dimension and suffix. */
export function assumedShape(dimension: Dimension, suffix: string | null): QuantityShape {
  const name = `${dimension} ${suffix}`;
  const known = shapes.get(name);
  if (known !== undefined) return known;
  const shape: QuantityShape = { kind: 'quantity', dimension, range: {}, isCertain: false, suffix };
  shapes.set(name, shape);
  return shape;
}
