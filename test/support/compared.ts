import type { BridgeModel } from '#shared/scenario/compare/bridge-model.ts';
import { bridgeModel } from '#shared/scenario/compare/bridge-model.ts';
import { compareScenarios } from '#shared/scenario/compare/compare-scenarios.ts';
import type { InputDifference } from '#shared/scenario/compare/difference.ts';
import type { Grouping } from '#shared/scenario/compare/players.ts';
import type { ReadSide } from '#shared/scenario/compare/read-side.ts';
import { readSide } from '#shared/scenario/compare/read-side.ts';
import { shippedFiles } from './shipped.ts';

/** A shipped scenario, ready for comparing; `change` edits its text. */
export function shippedSide(name: string, change: (text: string) => string = (text) => text): ReadSide {
  const id = `${name}.scenario.yaml`;
  const before = shippedFiles[id] ?? '';
  const text = change(before);
  return sideOfText(text, id);
}

/** A text as a scenario ready for comparing; faults are thrown, since tests write texts without any. */
export function sideOfText(text: string, id = 'test.scenario.yaml'): ReadSide {
  const side = readSide({ id, text, files: shippedFiles });
  if (!side.ok) throw new Error(`${id}: ${side.error.map(({ message }) => message).join('\n')}`);
  return side.value;
}

/** Everything that differs. */
export function differencesOf(base: ReadSide, other: ReadSide): readonly InputDifference[] {
  return compareScenarios(base, other);
}

/** Two scenarios made ready for a bridge; that it can be made is expected. */
export function modelOf(
  base: ReadSide,
  other: ReadSide,
  measure: string,
  at: { readonly year: number; readonly month: number },
  options: { readonly draws?: number; readonly grouping?: Grouping } = {},
): BridgeModel {
  const differences = compareScenarios(base, other);
  const { grouping = 'input', draws = 0 } = options;
  const made = bridgeModel(base, other, differences, { measure, at }, grouping, draws);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
}
