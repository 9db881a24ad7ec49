import type { Outcome } from '#shared/base/outcome.ts';
import { fail, ok } from '#shared/base/outcome.ts';
import type { Problem } from '../problem.ts';
import type { Inspection } from '../read.ts';
import { inspectScenario } from '../read.ts';
import type { Scenario } from '../scenario.ts';
import type { ScenarioSource } from '../source.ts';
import type { MapNode } from '../text/node.ts';

/** A scenario that reads, with the raw tree it was decoded from: bases and catalogues merged in. */
export interface ReadSide {
  readonly id: string;
  readonly tree: MapNode;
  readonly scenario: Scenario;
  readonly hash: string;
  readonly problems: readonly Problem[];
}

/** Reads a scenario for comparing; its faults where it cannot be. */
export function readSide(source: ScenarioSource): Outcome<ReadSide, readonly Problem[]> {
  return sideOf(source.id, inspectScenario(source));
}

/** Takes a scenario that has been inspected for comparing; its faults where it cannot be. */
export function sideOf(
  id: string,
  { tree, scenario, problems, hash }: Inspection,
): Outcome<ReadSide, readonly Problem[]> {
  const isFaulty = problems.some(({ severity }) => severity === 'error');
  if (tree === null || scenario === null || isFaulty) return fail(problems);
  return ok({ id, tree, scenario, hash, problems });
}
