import type { Range } from '../value.ts';
import { type ParameterKey, parameterWords } from './family.ts';
import { readSpread } from './read-spread.ts';
import { parameterStep, toStep } from './rounding.ts';
import type { Parameter, Spread } from './spread.ts';
import { parameterText, parameterWording, writeParameter } from './write-parameter.ts';

/** A number of a distribution that can be taken hold of on a picture of it. */
export interface Handle {
  readonly id: string;
  readonly words: string;
  /** The number as it is written, with its unit. */
  readonly says: string;
  /** Where it stands, in the fixed unit of the quantity; between `least` and `most`, beyond which the words would be wrong. */
  readonly at: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
  /** The words of the quantity with the number moved there, rounded to whole steps. */
  write(at: number): string;
}

/** Below and above which numbers each number must stay; a name means the number of that name. */
const neighbours: Partial<
  Record<ParameterKey, readonly [below: ParameterKey | null, above: ParameterKey | null]>
> = {
  p5: [null, 'p95'],
  p95: ['p5', null],
  low: [null, 'high'],
  mode: ['low', 'high'],
  high: ['low', null],
  value: [null, null],
  mean: [null, null],
  'at-least': [null, 'at-most'],
  'at-most': ['at-least', null],
};

/** Finds what can be taken hold of, where the picture is `width` wide (fixed units) and the field has a range. */
export function spreadHandles(spread: Spread, width: number, range: Range | null): readonly Handle[] {
  const written = spread.parameters.filter(({ lead }) => lead === null);
  const value = (key: ParameterKey) => written.find((one) => one.key === key)?.value;
  const plain = written.flatMap((parameter): Handle[] => {
    const around = neighbours[parameter.key];
    if (around === undefined || spread.family === 'fixed') return [];
    const step = parameterStep(parameter, width);
    const [below, above] = around.map((key) => (key === null ? undefined : value(key)));
    // The likeliest may be the lowest; two ends may not be the same.
    const gap = parameter.key === 'mode' ? 0 : step;
    const mode = parameter.key === 'low' || parameter.key === 'high' ? value('mode') : undefined;
    const isAbove = parameter.key === 'high';
    const least = Math.max(
      ...known([range?.min, below === undefined ? undefined : below + gap, isAbove ? mode : undefined]),
    );
    const most = Math.min(
      ...known([range?.max, above === undefined ? undefined : above - gap, isAbove ? undefined : mode]),
    );
    return [moving(spread, parameter, { at: parameter.value, offset: 0, least, most, step })];
  });
  return [...plain, ...deviationHandle(spread, width), ...balanceHandle(spread, width)];
}

function known(ends: readonly (number | undefined)[]): number[] {
  return ends.filter((end) => end !== undefined);
}

interface Reach {
  readonly at: number;
  /** What stands between the number and its place on the axis. */
  readonly offset: number;
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

function moving(spread: Spread, parameter: Parameter, reach: Reach): Handle {
  const { at, offset, step } = reach;
  // A lognormal must not reach nothing, and an end without a neighbour may go anywhere.
  const isPositive = spread.family === 'lognormal';
  // Where it stands it may stay, however close to its end.
  const least = Math.min(at, isPositive ? Math.max(step, reach.least) : reach.least);
  const most = Math.max(at, reach.most);
  return {
    id: `${parameter.key}-${parameter.index}`,
    words: parameterWords[parameter.key],
    says: parameterWording(spread, parameter),
    at,
    least,
    most,
    step,
    write(to) {
      const inside = Math.min(most, Math.max(least, toStep(to - offset, step) + offset));
      return writeParameter(spread, parameter, inside - offset);
    },
  };
}

/** A standard deviation is held where the mean and one of it lie. */
function deviationHandle(spread: Spread, width: number): readonly Handle[] {
  const mean = spread.parameters.find(({ key }) => key === 'mean');
  const sd = spread.parameters.find(({ key }) => key === 'sd');
  if (mean === undefined || sd === undefined) return [];
  const step = parameterStep(sd, width);
  const offset = mean.value;
  const reach = { at: offset + sd.value, offset, least: offset + step, most: Number.POSITIVE_INFINITY, step };
  return [moving(spread, sd, reach)];
}

/** The two shapes of a beta are held at its mean: moving it keeps how sharp it is. */
function balanceHandle(spread: Spread, width: number): readonly Handle[] {
  const [alpha, beta] = ['alpha', 'beta'].map((key) => spread.parameters.find((one) => one.key === key));
  if (alpha === undefined || beta === undefined) return [];
  const low = spread.parameters.find(({ key }) => key === 'low')?.value ?? 0;
  const high = spread.parameters.find(({ key }) => key === 'high')?.value ?? 1;
  const sum = alpha.value + beta.value;
  const step = width / 100;
  const least = low + (high - low) / 100;
  const most = high - (high - low) / 100;
  const write = (to: number) => {
    const share = (Math.min(most, Math.max(least, to)) - low) / (high - low);
    const shapes = [share * sum, (1 - share) * sum].map((shape) => Number(shape.toPrecision(3)));
    const once = writeParameter(spread, alpha, shapes[0] ?? alpha.value);
    const again = readSpread(once, spread.dimension, spread.start);
    const second = again?.parameters.find(({ key }) => key === 'beta');
    return again && second ? writeParameter(again, second, shapes[1] ?? beta.value) : once;
  };
  const at = low + ((high - low) * alpha.value) / sum;
  const says = `${parameterText(spread, alpha)} and ${parameterText(spread, beta)}`;
  return [{ id: 'balance', words: 'Mean, by both shapes', says, at, least, most, step, write }];
}
