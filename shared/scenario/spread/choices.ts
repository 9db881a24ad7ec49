import { parameterStep } from './rounding.ts';
import type { Parameter, Spread } from './spread.ts';
import { spellParameter } from './write-parameter.ts';

/** The values of a choice among several, each with its weight, in the order written. */
function valuesOf({ parameters, family }: Spread): readonly Parameter[] {
  return family === 'oneof' ? parameters.filter(({ key }) => key === 'value') : [];
}

function weightOf({ parameters }: Spread, { index }: Parameter): Parameter | undefined {
  return parameters.find((one) => one.key === 'weight' && one.index === index);
}

/**
 * Writes one more value behind the others of a choice, as far above the largest as the values reach on average, with the
 * weight of the one before it. Null where the quantity is no choice.
 */
export function addChoice(spread: Spread): string | null {
  const values = valuesOf(spread);
  const last = values.at(-1);
  if (last === undefined) return null;
  const sizes = values.map(({ value }) => value);
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const width = most > least ? most - least : Math.abs(most) || 1;
  const step = parameterStep(last, width);
  const gap = Math.max(step, width / Math.max(1, values.length - 1));
  const words = spellParameter(spread, last, Math.round((most + gap) / step) * step);
  const weight = weightOf(spread, last);
  const isWeighted = weight !== undefined && weight.lead === null;
  const behind = isWeighted ? spread.text.slice(last.to, weight.to) : '';
  const at = isWeighted ? weight.to : last.to;
  return `${spread.text.slice(0, at)}, ${words}${behind}${spread.text.slice(at)}`;
}

/** Takes one value out of a choice, with its weight and one comma. Null where it is the last one, or no choice. */
export function removeChoice(spread: Spread, index: number): string | null {
  const values = valuesOf(spread);
  const at = values.findIndex((one) => one.index === index);
  const gone = values[at];
  if (gone === undefined || values.length < 2) return null;
  const end = (parameter: Parameter) => {
    const weight = weightOf(spread, parameter);
    return weight?.lead === null ? weight.to : parameter.to;
  };
  const before = values[at - 1];
  const after = values[at + 1];
  const [from, to] = before ? [end(before), end(gone)] : [gone.from, after?.from ?? end(gone)];
  return spread.text.slice(0, from) + spread.text.slice(to);
}
