import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { OpenedScenario, ScenarioRef, Settings } from '#shared/contract/calls.ts';
import type { Events } from '#shared/contract/events.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { CallName, EventName, Handlers, Host, Input, Reply } from '#shared/contract/host.ts';
import { packResult } from '#shared/contract/packed-projection.ts';
import type { MeasureBands, ProjectionResult, SimulationResult } from '#shared/contract/results.ts';
import { contractVersion } from '#shared/contract/version.ts';
import type { Projection } from '#shared/engine/projection.ts';
import type { Problem } from '#shared/scenario/problem.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import { sampleProjection } from './sample-projection.ts';

/** What a test can see of a fake host and do to it. */
export interface FakeHost extends Host {
  /** Every call made, in order. */
  readonly calls: readonly { readonly name: CallName; readonly input: unknown }[];
  /** Files of the library by id. */
  readonly files: Map<string, string>;
  /** Sends an event to whoever listens. */
  emit<K extends EventName>(name: K, event: Events[K]): void;
  /** Holds the answers of a call back until `release` is called. */
  hold(name: CallName): void;
  release(name: CallName): void;
}

const baseText = `offtake: 1
title: Amazon – Anthropic, April 2026
customer: Anthropic
currency: USD
start: 2026-04
horizon: 12 years
seed: 7

deals:
  aws:
    provider: Amazon Web Services
    commitment: { amount: $100B, term: 10 years, take-or-pay: 90 % }
    capacity:
      ceiling: 5 GW
      phases:
        rainier: { power: 1 GW, energise: 2026-06, ramp: 8 months, shape: s-curve }
        second:  { power: 1.5 GW, energise: 2027-06, ramp: 12 months }
        third:   { power: 2.5 GW, energise: 2028-10, ramp: 24 months }
`;

const variantText = `offtake: 1
title: Half the power
extends: amazon-anthropic.scenario.yaml
deals:
  aws:
    capacity:
      ceiling: 3 GW
`;

/** A host without a machine behind it: a library in memory and a deal whose numbers follow `ceiling` and `amount`. */
export function fakeHost(): FakeHost {
  const files = new Map([
    ['amazon-anthropic.scenario.yaml', baseText],
    ['half-power.scenario.yaml', variantText],
  ]);
  const calls: { name: CallName; input: unknown }[] = [];
  const listeners = new Map<string, Set<(event: never) => void>>();
  const held = new Map<CallName, (() => void)[]>();
  let settings: Settings = { theme: 'light', recent: [], layout: {} };
  const handlers = handlersOver(files, {
    read: () => settings,
    write: (next) => {
      settings = next;
    },
  });
  return {
    calls,
    files,
    async call<K extends CallName>(name: K, input: Input<K>): Promise<Reply<K>> {
      calls.push({ name, input });
      const waiting = held.get(name);
      if (waiting) await new Promise<void>((resolve) => waiting.push(resolve));
      const handler = handlers[name] as Handlers[K] | undefined;
      const refusal = fail({ kind: 'refused', message: `${name} is not part of the fake.` } as const);
      return handler ? structuredClone(await handler(input)) : refusal;
    },
    on<K extends EventName>(name: K, listener: (event: Events[K]) => void) {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set);
      set.add(listener);
      return () => set.delete(listener);
    },
    emit<K extends EventName>(name: K, event: Events[K]) {
      for (const listener of listeners.get(name) ?? []) (listener as (event: Events[K]) => void)(event);
    },
    hold(name) {
      held.set(name, []);
    },
    release(name) {
      const waiting = held.get(name) ?? [];
      held.delete(name);
      for (const go of waiting) go();
    },
  };
}

function handlersOver(
  files: Map<string, string>,
  settings: { read: () => Settings; write: (settings: Settings) => void },
): Partial<Handlers> {
  const save = async (id: string, text: string): Promise<Reply<'scenario.create'>> => {
    files.set(id, text);
    return ok(refOf(id, text));
  };
  const opened = (id: string): Reply<'scenario.open'> => {
    const text = files.get(id);
    const answer: OpenedScenario | null = text === undefined ? null : { ref: refOf(id, text), text };
    return answer ? ok(answer) : fail({ kind: 'not-found', id, message: `There is no ${id}.` });
  };
  return {
    'app.describe': async () =>
      ok({
        door: 'browser',
        version: '0.0.0',
        contract: contractVersion,
        platform: 'test',
        threads: 2,
        can: {
          fileDialogs: false,
          chooseFolder: false,
          revealFile: false,
          nativeMenu: false,
          download: true,
        },
        library: 'Sample library',
        missingLibrary: null,
      }),
    'scenario.list': async () => ok([...files].map(([id, text]) => refOf(id, text))),
    'scenario.open': async ({ id }) => opened(id),
    'scenario.save': async ({ id, text, basedOn }) => {
      const current = refOf(id, files.get(id) ?? '').revision;
      if (current !== basedOn) return fail({ kind: 'conflict', current, message: `${id} changed on disk.` });
      return save(id, text);
    },
    'scenario.create': async ({ id, text }) =>
      files.has(id) ? fail({ kind: 'refused', message: `${id} exists already.` }) : save(id, text),
    'scenario.rename': async ({ id, to }) => {
      const text = files.get(id) ?? '';
      files.delete(id);
      const ref = await save(to, text);
      return ref.ok ? ok({ ref: ref.value, followed: [], stuck: [] }) : ref;
    },
    'scenario.remove': async ({ id }) => {
      files.delete(id);
      return ok({});
    },
    'scenario.companions': async ({ text }) => {
      const base = baseOf(text);
      const found = base === null ? undefined : files.get(base);
      return ok({ files: base !== null && found !== undefined ? { [base]: found } : {} });
    },
    'library.choose': async () => ok({ library: 'Sample library' }),
    'library.import': async ({ name, text }) => save(name, text),
    'projection.run': async ({ scenario }) => resultOf(scenario),
    'projection.follow': async ({ scenario, known }) => {
      const result = resultOf(scenario);
      return result.ok ? ok(packResult(result.value, known)) : result;
    },
    'simulation.run': async ({ scenario, measures }) =>
      ok(simulate(project(scenario.text, scenario.files), measures, 10_000)),
    'work.cancel': async () => ok({}),
    'export.save': async ({ name }) =>
      ok({ name, bytes: 0, download: null, mime: 'text/plain', leftOut: [] }),
    'export.travels': async () => ok({ shown: [], behind: [], absent: [], leftOut: [] }),
    'deck.describe': async () => fail({ kind: 'refused', message: 'There are no templates here.' }),
    'deck.changes': async () => ok({ moved: [], unchanged: [], kept: [], missing: [], untouched: [] }),
    'settings.read': async () => ok({ settings: settings.read() }),
    'settings.write': async (input) => {
      settings.write(input.settings);
      return ok({});
    },
  };
}

/** Faults of a sample text: a line that says `broken` is one. */
export function problemsOf(text: string): Problem[] {
  return text.split('\n').flatMap((line, at) =>
    /\bbroken\b/.test(line)
      ? [
          {
            code: 'not-a-quantity',
            severity: 'error' as const,
            path: 'deals.aws.capacity.ceiling',
            from: text.indexOf('broken'),
            to: text.indexOf('broken') + 6,
            line: at + 1,
            column: line.indexOf('broken') + 1,
            message:
              'deals.aws.capacity.ceiling: "broken" is not a power. Write a number with W, kW, MW or GW.',
            met: 'broken',
            expected: 'a power',
          },
        ]
      : [],
  );
}

function project(text: string, companions: Readonly<Record<string, string>>): Projection {
  const all = [text, ...Object.values(companions)].join('\n');
  const found = (pattern: RegExp, fallback: number) => Number(pattern.exec(all)?.[1] ?? fallback);
  return sampleProjection({
    ceilingMw: found(/ceiling:\s*([\d.]+) GW/, 5) * 1000,
    commitment: found(/amount:\s*\$([\d.]+)B/, 100) * 1e9,
  });
}

/** Percentiles that widen with time around the central path. */
export function simulate(
  projection: Projection,
  measures: readonly string[],
  draws: number,
): SimulationResult {
  return {
    done: draws,
    wanted: 10_000,
    isSettled: draws >= 10_000,
    worstError: 0.4 / Math.sqrt(draws),
    bands: measures.flatMap((id) => {
      const values = projection.series.find((one) => one.info.id === id)?.values;
      return values ? [bandsAround(id, values)] : [];
    }),
    checks: projection.checks.map((check) => ({
      key: check.key,
      brokenShare: 0.12,
      standardError: 0.003,
      firstBrokenByMonth: new Float64Array(projection.months),
      firstBrokenMonth: 119,
    })),
    took: 40,
  };
}

function bandsAround(id: string, values: Float64Array): MeasureBands {
  const spread = (by: number) =>
    values.map((value, month) => value * (1 + (by * Math.min(1, month / 60)) / 2));
  const error = (share: number) => values.map((value) => Math.abs(value) * share);
  return {
    id,
    p5: spread(-0.5),
    p25: spread(-0.2),
    p50: values,
    p75: spread(0.15),
    p95: spread(0.4),
    mean: values,
    standardError: error(0.004),
    p5Error: error(0.01),
    p25Error: error(0.007),
    medianError: error(0.005),
    p75Error: error(0.007),
    p95Error: error(0.01),
    answered: values.map(() => 1),
  };
}

function refOf(id: string, text: string): ScenarioRef {
  return {
    id,
    title: titleOf(text),
    revision: `r${text.length}-${[...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 1_000_003, 7)}`,
    modified: '2026-04-20T00:00:00Z',
    base: baseOf(text),
    kind: 'scenario',
    isReadOnly: false,
  };
}

function titleOf(text: string): string {
  return /^title: (.*)$/m.exec(text)?.[1] ?? 'Untitled';
}

function baseOf(text: string): string | null {
  return /^extends: (.*)$/m.exec(text)?.[1] ?? null;
}

function resultOf({ text, files }: ScenarioSource): Outcome<ProjectionResult, Fault> {
  const problems = problemsOf(text);
  if (problems.length > 0) return fail({ kind: 'invalid-scenario', problems });
  return ok({
    projection: project(text, files),
    described: 'sample',
    problems: [],
    hash: 'sample',
    model: JSON.stringify([text.replace(/^#.*\n?/gm, ''), files]),
    title: titleOf(text),
    customer: 'Anthropic',
    seed: 7,
    took: { read: 1, compile: 1, project: 1 },
  });
}
