import type { ScenarioRef } from './calls.ts';

/** Gives the scenario a window opens with: the one opened last, or the first that stands on its own; null where there is none. */
export function firstScenario(refs: readonly ScenarioRef[], recent: readonly string[]): string | null {
  const scenarios = refs.filter((ref) => ref.kind === 'scenario');
  const last = recent.find((id) => scenarios.some((ref) => ref.id === id));
  const welcome =
    scenarios.find((ref) => ref.id.startsWith('amazon-anthropic')) ??
    scenarios.find((ref) => ref.base === null);
  return last ?? welcome?.id ?? scenarios[0]?.id ?? null;
}
