import { fail } from '#shared/base/outcome.ts';
import type { ExportedScenario } from '#shared/export/document.ts';
import type { Bridge } from '#shared/scenario/compare/bridge.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { TornadoEffects } from '#shared/view/analysis/answers.ts';
import { monthAfter } from '#shared/view/calendar.ts';
import { sensitivity } from '../engine/analysis/sensitivity.ts';
import { buildBridge } from '../engine/compare/build-bridge.ts';
import type { Stop } from '../engine/stop.ts';
import { hashSource } from './hash-source.ts';
import type { SessionContext } from './session-context.ts';

interface Control {
  readonly stop: Stop;
}

/** Finds what each uncertain input alone does to a measure; null where nothing can be said, which is no fault of an export. */
export async function tornadoOf(
  { runner }: Pick<SessionContext, 'runner'>,
  source: ScenarioSource,
  of: string,
  { stop }: Control,
): Promise<TornadoEffects | null> {
  const found = await sensitivity(
    {
      runner,
      scenario: { hash: hashSource(source), source },
      stop,
      onProgress: () => undefined,
      drawsOf: async () => fail({ kind: 'refused', message: 'A tornado needs no draws.' }),
    },
    { of, at: null, method: 'tornado', isByMonth: false },
  );
  return found.ok && found.value.method === 'tornado' ? found.value : null;
}

/** Divides the difference of each scenario to the first among the inputs that differ, on the central paths. */
export async function bridgesOf(
  { runner }: Pick<SessionContext, 'runner'>,
  [base, ...others]: readonly ScenarioSource[],
  scenarios: readonly ExportedScenario[],
  measure: string,
  { stop }: Control,
): Promise<Bridge[]> {
  const [first, ...rest] = scenarios;
  if (base === undefined || first === undefined) return [];
  const bridges: Bridge[] = [];
  for (const [at, other] of others.entries()) {
    const last = Math.min(endOf(first), endOf(rest[at] ?? first));
    const month = { year: Math.floor(last / 12), month: (last % 12) + 1 };
    const built = await buildBridge(
      runner,
      {
        base: { hash: hashSource(base), source: base },
        other: { hash: hashSource(other), source: other },
        figure: { measure, at: month },
        grouping: 'input',
        statistic: 'central',
      },
      { stop, onProgress: () => undefined },
    );
    // A bridge stands at the place of its scenario; one that cannot be built ends the list.
    if (!built.ok) return bridges;
    bridges.push(built.value);
  }
  return bridges;
}

/** The last month of a projection, counted from year 0. */
function endOf({ projection }: ExportedScenario): number {
  const { year, month } = monthAfter(projection.start, projection.months - 1);
  return year * 12 + month - 1;
}
