import { shapeAt } from './shape-at.ts';

/** Says whether the table lets the quantity at a path be a distribution; the shape of the run depends on a few that may not. */
export function mayBeUncertain(path: string): boolean {
  const at = shapeAt(path.split('.'), () => []);
  return !(at?.shape.kind === 'quantity' && at.shape.isCertain);
}
