import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { rootSearch } from '../numeric/find-root.ts';
import { evenSteps } from './sweep.ts';

/** Where a value of one input is sought at which a figure reaches a target. */
export interface SeekRange {
  /** Range searched, in the units of the input. */
  readonly low: number;
  readonly high: number;
  readonly target: number;
  /** Values tried at even distances before narrowing down; two solutions closer than that may be missed. */
  readonly tries: number;
  /** How closely a value is narrowed down, relative to the range searched; 1e-12 where not given. */
  readonly tolerance?: number;
}

/** A search with what it asks. */
export interface SeekRequest extends SeekRange {
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
  /** What was tried; empty when cancelled. */
  readonly tried: { readonly values: Float64Array; readonly figures: Float64Array };
}

const VALUE_TOLERANCE = 1e-12;

/** Relative to the figures met; a figure that stays further from the target at a change of sign is a jump. */
const FIGURE_TOLERANCE = 1e-6;

/** Runs a search to its end with an evaluation at hand. */
export function seek(request: SeekRequest): Outcome<SeekAnswer, SeekFault> {
  const search = seekSearch(request);
  let step = search.next();
  while (!step.done) {
    if (request.isCancelled?.() === true) {
      const tried = { values: new Float64Array(), figures: new Float64Array() };
      return fail({ code: 'cancelled', message: 'Cancelled.', nearest: null, tried });
    }
    step = search.next(request.evaluate(step.value));
  }
  return step.value;
}

/**
 * Looks for every value of an input at which a figure reaches its target: tries even steps, then narrows down each change of sign
 * by Brent's method. Yields values and is given the figures there, so that whoever holds it can compute them anywhere, at
 * any pace. Several solutions are an answer; none is an error that tells what the figure does reach.
 */
export function* seekSearch(
  range: SeekRange,
): Generator<Float64Array, Outcome<SeekAnswer, SeekFault>, Float64Array> {
  const { low, high, target } = range;
  const values = evenSteps(low, high, Math.max(2, range.tries));
  const figures = yield values;
  const tried = { values, figures };
  const answers = [...figures].filter((figure) => !Number.isNaN(figure));
  if (answers.length === 0) {
    const message = `The figure has no answer anywhere between ${low} and ${high}; search another range.`;
    return fail({ code: 'no-answer', message, nearest: null, tried });
  }
  const [least, most] = [Math.min(...answers), Math.max(...answers)];
  const close = FIGURE_TOLERANCE * Math.max(most - least, 1e-9 * Math.abs(target));
  const tolerance = (range.tolerance ?? VALUE_TOLERANCE) * (high - low);
  const solutions: SeekSolution[] = [];
  for (let step = 0; step < values.length; step++) {
    const here = figures[step] - target;
    if (here === 0) solutions.push({ value: values[step], reached: target, isJump: false });
    if (step + 1 === values.length) break;
    const next = figures[step + 1] - target;
    if (!(here * next < 0)) continue;
    const found = rootSearch(values[step], here, values[step + 1], next, tolerance);
    let place = found.next();
    while (!place.done) {
      const [figure] = yield Float64Array.of(place.value);
      place = found.next(figure - target);
    }
    const [reached] = yield Float64Array.of(place.value);
    solutions.push({ value: place.value, reached, isJump: !(Math.abs(reached - target) <= close) });
  }
  if (solutions.length > 0) return ok({ solutions, tried });
  return fail(outOfReach(range, tried, least, most));
}

function outOfReach(
  { low, high, target }: SeekRange,
  tried: SeekFault['tried'],
  least: number,
  most: number,
): SeekFault {
  const { values, figures } = tried;
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
    tried,
  };
}
