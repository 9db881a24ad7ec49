import { jackknifeError } from '#shared/engine/compare/attribution.ts';
import type { Bridge, BridgePart } from '#shared/scenario/compare/bridge.ts';
import { type Grouping, groupOf } from '#shared/scenario/compare/players.ts';
import { humanise } from '../words.ts';
import { type FigureWriter, figureWriter } from './figures.ts';

/** One bar of a waterfall. */
export interface WaterfallBar {
  readonly key: string;
  readonly label: string;
  readonly kind: 'end' | 'part' | 'rest';
  /** Where it begins and ends, in the unit of the measure. */
  readonly from: number;
  readonly to: number;
  readonly effect: number;
  readonly standardError: number;
  readonly text: string;
  readonly errorText: string;
  /** Share of the whole difference; NaN where the whole is nothing. */
  readonly share: number;
  /** What the part does alone and last; NaN for ends and groups. */
  readonly alone: number;
  readonly last: number;
  /** Inputs that stand behind it. */
  readonly members: readonly string[];
}

/** A bridge as bars from left to right. */
export interface Waterfall {
  readonly bars: readonly WaterfallBar[];
  readonly write: FigureWriter;
  readonly interaction: number;
}

/** Sets out a bridge as a waterfall: each input on its own, or together by deal or theme; small ones in one bar at the end. */
export function waterfall(
  bridge: Bridge,
  ends: readonly [from: string, to: string],
  grouping: Exclude<Grouping, 'tag'> = 'input',
  most = 12,
): Waterfall {
  const { from, to, fromError, toError, measure } = bridge;
  const steps = joined(bridge.parts, grouping);
  const effects = steps.map(({ effect }) => effect).filter((effect) => effect !== 0);
  // In the unit of the parts, so that they can be read; the ends then have more digits.
  const write = figureWriter(measure, effects.length > 0 ? effects : [from, to]);
  const moving = steps.filter(({ effect, standardError }) => effect !== 0 || standardError !== 0);
  const isLong = moving.length > most;
  const shown = isLong ? moving.slice(0, most - 1) : moving;
  const rest = isLong ? moving.slice(most - 1) : [];
  const end = (key: string, label: string, value: number, error: number): WaterfallBar => ({
    key,
    label,
    kind: 'end',
    from: 0,
    to: value,
    effect: value,
    standardError: error,
    text: write.value(value, error),
    errorText: error > 0 ? write.error(error) : '',
    share: Number.NaN,
    alone: Number.NaN,
    last: Number.NaN,
    members: [],
  });
  let at = from;
  const bar = (step: Step, kind: 'part' | 'rest'): WaterfallBar => {
    const start = at;
    at += step.effect;
    return {
      ...step,
      kind,
      from: start,
      to: at,
      text: write.change(step.effect, step.standardError),
      errorText: step.standardError > 0 ? write.error(step.standardError) : '',
      share: step.effect / (to - from),
    };
  };
  return {
    bars: [
      end('from', ends[0], from, fromError),
      ...shown.map((step) => bar(step, 'part')),
      ...(rest.length === 0 ? [] : [bar(together(`${rest.length} others`, rest), 'rest')]),
      end('to', ends[1], to, toError),
    ],
    write,
    interaction: bridge.interaction,
  };
}

interface Step {
  readonly key: string;
  readonly label: string;
  readonly effect: number;
  readonly standardError: number;
  readonly alone: number;
  readonly last: number;
  readonly members: readonly string[];
  readonly leftOut: Float64Array;
}

function joined(parts: readonly BridgePart[], grouping: Exclude<Grouping, 'tag'>): readonly Step[] {
  if (grouping === 'input') return parts.map(stepOf);
  const groups = new Map<string, BridgePart[]>();
  for (const part of parts) {
    const name = groupOf(part, grouping);
    groups.set(name, [...(groups.get(name) ?? []), part]);
  }
  return [...groups]
    .map(([name, members]) => together(humanise(name), members.map(stepOf)))
    .sort((one, two) => Math.abs(two.effect) - Math.abs(one.effect));
}

function stepOf({
  input,
  label,
  effect,
  standardError,
  alone,
  last,
  differences,
  leftOut,
}: BridgePart): Step {
  return { key: input, label, effect, standardError, alone, last, members: differences, leftOut };
}

/** Effects add up; their errors do not, so that of the sum is taken from the replicates. */
function together(label: string, steps: readonly Step[]): Step {
  const [first] = steps;
  const leftOut = Float64Array.from(first?.leftOut ?? [], (_, at) =>
    steps.reduce((sum, step) => sum + (step.leftOut[at] ?? 0), 0),
  );
  const single = steps.length === 1 && first !== undefined;
  return {
    key: label,
    label,
    effect: steps.reduce((sum, { effect }) => sum + effect, 0),
    standardError: single ? first.standardError : jackknifeError(leftOut),
    alone: single ? first.alone : Number.NaN,
    last: single ? first.last : Number.NaN,
    members: steps.flatMap(({ members }) => members),
    leftOut,
  };
}
