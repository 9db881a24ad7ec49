import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { findRoot } from '../numeric/find-root.ts';
import { evenSteps } from './sweep.ts';

/** What is sought: the value of one input at which a figure reaches a target. */
export interface SeekRequest {
  /** Range searched, in the units of the input. */
  readonly low: number;
  readonly high: number;
  readonly target: number;
  /** Values tried at even distances before narrowing down; two solutions closer than that may be missed. */
  readonly tries: number;
  /** The figure at values of the input, NaN where there is no answer. */
  readonly evaluate: (values: Float64Array) => Float64Array;
  readonly isCancelled?: () => boolean;
}

/** One value that brings the figure to the target. */
export interface SeekSolution {
  readonly value: number;
  /** The figure there. */
  readonly reached: number;
  /** True where the figure leaps over the target without taking it: just beside `value` it lies on the other side. */
  readonly isJump: boolean;
}

/** All solutions found, in increasing order, and what was tried on the way. */
export interface SeekAnswer {
  readonly solutions: readonly SeekSolution[];
  readonly tried: { readonly values: Float64Array; readonly figures: Float64Array };
}

/** Why there is no solution: the figures met, and the value that comes nearest. */
export interface SeekFault {
  readonly code: 'out-of-reach' | 'no-answer' | 'cancelled';
  readonly message: string;
  readonly nearest: { readonly value: number; readonly figure: number } | null;
}

/** Relative to the range searched. */
const VALUE_TOLERANCE = 1e-12;

/** Relative to the figures met; a figure that stays further from the target at a change of sign is a jump. */
const FIGURE_TOLERANCE = 1e-6;

/**
 * Looks for every value of an input at which a figure reaches its target: tries even steps, then narrows down each change of sign
 * by Brent's method. Several solutions are an answer; none is an error that tells what the figure does reach.
 */
export function seek(request: SeekRequest): Outcome<SeekAnswer, SeekFault> {
  const { low, high, target, evaluate } = request;
  const values = evenSteps(low, high, Math.max(2, request.tries));
  const figures = evaluate(values);
  const answers = [...figures].filter((figure) => !Number.isNaN(figure));
  if (answers.length === 0) {
    const message = `The figure has no answer anywhere between ${low} and ${high}; search another range.`;
    return fail({ code: 'no-answer', message, nearest: null });
  }
  const [least, most] = [Math.min(...answers), Math.max(...answers)];
  const close = FIGURE_TOLERANCE * Math.max(most - least, 1e-9 * Math.abs(target));
  const solutions: SeekSolution[] = [];
  const one = Float64Array.of(0);
  const above = (value: number) => {
    one[0] = value;
    return evaluate(one)[0] - target;
  };
  for (let step = 0; step < values.length; step++) {
    if (request.isCancelled?.() === true)
      return fail({ code: 'cancelled', message: 'Cancelled.', nearest: null });
    const here = figures[step] - target;
    if (here === 0) solutions.push({ value: values[step], reached: target, isJump: false });
    if (step + 1 === values.length) break;
    const next = figures[step + 1] - target;
    if (!(here * next < 0)) continue;
    const value = findRoot(above, values[step], here, values[step + 1], next, VALUE_TOLERANCE * (high - low));
    const reached = above(value) + target;
    solutions.push({ value, reached, isJump: !(Math.abs(reached - target) <= close) });
  }
  if (solutions.length > 0) return ok({ solutions, tried: { values, figures } });
  return fail(outOfReach(request, values, figures, least, most));
}

function outOfReach(
  { low, high, target }: SeekRequest,
  values: Float64Array,
  figures: Float64Array,
  least: number,
  most: number,
): SeekFault {
  let nearest = 0;
  figures.forEach((figure, step) => {
    const isNearer = Math.abs(figure - target) < Math.abs(figures[nearest] - target);
    if (isNearer || Number.isNaN(figures[nearest])) nearest = step;
  });
  const message =
    `No value between ${low} and ${high} brings the figure to ${target}: it goes from ${least} to ${most} there. ` +
    'Search a wider range or set another target.';
  return {
    code: 'out-of-reach',
    message,
    nearest: { value: values[nearest], figure: figures[nearest] },
  };
}
