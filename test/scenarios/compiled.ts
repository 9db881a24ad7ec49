import type { Plan } from '#shared/engine/plan/plan.ts';
import { compileScenario } from '#shared/scenario/compile.ts';
import { readScenario } from '#shared/scenario/read.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';

/** Reads and compiles a scenario; throws with every fault where it does not read. */
export function compiled(source: ScenarioSource): Plan {
  const reading = readScenario(source);
  if (reading.ok) return compileScenario(reading.value.scenario).plan;
  throw new Error(reading.error.map(({ line, message }) => `${source.id}:${line} ${message}`).join('\n'));
}
