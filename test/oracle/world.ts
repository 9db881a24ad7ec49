import type { Path, Slot } from '#shared/engine/plan/input.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import { at } from './at.ts';

/** One draw of one plan: every input has become a plain number. */
export interface World {
  readonly plan: Plan;
  readonly values: readonly number[];
  /** One option treated otherwise than the scenario says, to learn what it is worth. */
  readonly twist: Twist | null;
}

export interface Twist {
  readonly kind: 'without-option' | 'exercise-at-once';
  readonly deal: string;
  readonly option: string;
}

/** The number in a slot. */
export function numberIn(world: World, slot: Slot): number {
  return at(world.values, slot);
}

/** Whether the chance in a slot came true in this draw. */
export function isTrue(world: World, slot: Slot): boolean {
  return numberIn(world, slot) >= 0.5;
}

/** A dated value: linear between the points, flat before the first and after the last. */
export function pathAt(world: World, path: Path, month: number): number {
  return linearBetween(
    path.at.map((slot) => numberIn(world, slot)),
    path.value.map((slot) => numberIn(world, slot)),
    month,
  );
}

/** Straight lines through the points (x, y), continued flat at both sides. */
export function linearBetween(xs: readonly number[], ys: readonly number[], x: number): number {
  if (x <= at(xs, 0)) return at(ys, 0);
  for (let right = 1; right < xs.length; right++) {
    if (x > at(xs, right)) continue;
    const x0 = at(xs, right - 1);
    const x1 = at(xs, right);
    const y0 = at(ys, right - 1);
    const y1 = at(ys, right);
    return y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
  }
  return at(ys, ys.length - 1);
}
