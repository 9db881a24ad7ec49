import type { Handlers } from '#shared/contract/host.ts';
import { analysisHandlers } from './analyses.ts';
import { comparisonHandlers } from './comparisons.ts';
import { describeHandlers } from './describe.ts';
import { diagnosticsHandlers } from './diagnostics.ts';
import { exportHandlers } from './exports.ts';
import { openingHandlers } from './opening.ts';
import { projectionHandlers } from './projections.ts';
import { safetyHandlers } from './safety.ts';
import { scenarioHandlers } from './scenarios.ts';
import type { SessionContext } from './session-context.ts';
import { settingsHandlers } from './settings.ts';
import { shardHandlers } from './shards.ts';
import { simulationHandlers } from './simulations.ts';

/** Joins the handlers of all subjects into the whole table. */
export function createHandlers(context: SessionContext, startEvents: () => void): Handlers {
  const handlers = {
    ...describeHandlers(context, startEvents),
    ...scenarioHandlers(context),
    ...projectionHandlers(context),
    ...simulationHandlers(context),
    ...analysisHandlers(context),
    ...comparisonHandlers(context),
    ...shardHandlers(context),
    ...exportHandlers(context),
    ...settingsHandlers(context),
    ...safetyHandlers(context),
    ...diagnosticsHandlers(context),
  };
  return { ...handlers, ...openingHandlers(handlers) };
}
