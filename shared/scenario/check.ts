import { checkCapacity } from './check/capacity.ts';
import { checkCapital } from './check/capital.ts';
import { checkCommitment } from './check/commitment.ts';
import { checkCorrelations } from './check/correlations.ts';
import { checkFormulas } from './check/formulas.ts';
import { checkGenerations } from './check/generations.ts';
import { checkMix } from './check/mix.ts';
import { checkNames } from './check/names.ts';
import { checkOptions } from './check/options.ts';
import type { Rule } from './check/rule.ts';
import { checkRun } from './check/run.ts';
import type { Finding } from './problem-list.ts';
import type { Scenario } from './scenario.ts';

const rules: readonly Rule[] = [
  checkRun,
  checkNames,
  checkGenerations,
  checkCapacity,
  checkMix,
  checkCommitment,
  checkCapital,
  checkOptions,
  checkCorrelations,
  checkFormulas,
];

/** Checks the rules between fields; numbers that could not be read are NaN and break none of them. */
export function checkScenario(scenario: Scenario, report: (finding: Finding) => void): void {
  for (const rule of rules) rule(scenario, report);
}
