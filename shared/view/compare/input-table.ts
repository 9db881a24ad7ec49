import type { Bridge } from '#shared/scenario/compare/bridge.ts';
import type { DifferenceSide, InputDifference } from '#shared/scenario/compare/difference.ts';

/** One input that differs, with what it does to a measure. */
export interface InputLine {
  readonly difference: InputDifference;
  /** NaN where no bridge has been computed. */
  readonly effect: number;
  readonly standardError: number;
  /** The player it is part of, where several inputs go together. */
  readonly together: string | null;
  /** What stands instead of an effect: `no effect`, `comes with what uses it`. */
  readonly remark: string;
}

/** Sets out the inputs that differ, those with the largest effect first; what cannot move a measure comes last. */
export function inputTable(
  differences: readonly InputDifference[],
  bridge: Bridge | null,
): readonly InputLine[] {
  const lines = differences.map((difference): InputLine => {
    const part = bridge?.parts.find((one) => one.differences.includes(difference.id));
    const isTogether = part !== undefined && part.differences.length > 1;
    return {
      difference,
      effect: part?.effect ?? (bridge === null ? Number.NaN : 0),
      standardError: part?.standardError ?? 0,
      together: isTogether ? part.label : null,
      remark: remarkOf(difference, part !== undefined, bridge),
    };
  });
  const order = (line: InputLine): number =>
    line.difference.role === 'inert' ? 2 : line.remark === '' ? 0 : 1;
  return lines
    .map((line, place) => ({ line, place }))
    .sort(
      (one, two) =>
        order(one.line) - order(two.line) ||
        (Math.abs(two.line.effect) || 0) - (Math.abs(one.line.effect) || 0) ||
        one.place - two.place,
    )
    .map(({ line }) => line);
}

function remarkOf({ role }: InputDifference, isPart: boolean, bridge: Bridge | null): string {
  if (role === 'inert') return 'moves no measure';
  if (role === 'carried') return 'comes with what uses it';
  return bridge !== null && !isPart ? 'does not reach this measure' : '';
}

/** Writes one side of a difference for reading. */
export function sideText({ text, standing }: DifferenceSide): string {
  if (standing === 'absent') return 'not there';
  return standing === 'default' ? `${text === '' ? 'nothing' : text} (default)` : text;
}

/** Writes where the figures of both sides come from, once where it is the same. */
export function sourcesText({ base, other }: InputDifference): string {
  const [one, two] = [sourceText(base), sourceText(other)];
  if (one === two) return one;
  return [one, two].map((text) => (text === '' ? 'no source' : text)).join(' → ');
}

/** Writes where the figure of a side comes from: its source, date and standing. */
export function sourceText({ provenance }: DifferenceSide): string {
  if (provenance === null) return '';
  const { source, date, status, confidence } = provenance;
  return [source, date, status, confidence === null ? null : `${confidence} confidence`]
    .filter((part) => part !== null)
    .join(', ');
}
