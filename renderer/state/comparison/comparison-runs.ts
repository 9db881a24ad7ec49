import type { StoreApi } from 'zustand/vanilla';
import type { Host } from '#shared/contract/host.ts';
import type { BridgeStatistic } from '#shared/scenario/compare/bridge.ts';
import type { Grouping } from '#shared/scenario/compare/players.ts';
import { monthCode } from '#shared/view/calendar.ts';
import { headlineMeasures } from '#shared/view/headline.ts';
import type { ComparisonSources } from './comparison-sources.ts';
import {
  type ComparedMember,
  type ComparisonState,
  type ShownBridge,
  usualCharts,
} from './comparison-state.ts';

/** Asks the host what the comparison shows; the newest question wins. */
export interface ComparisonRuns {
  /** Reads the scenarios and runs them side by side. */
  compare(): Promise<void>;
  /** Explains the chosen scenario against the base. */
  explain(): Promise<void>;
  /** Stops the bridge under way. */
  cancel(): void;
}

type Store = StoreApi<ComparisonState>;

/** Far from the tickets of the window's other runs. */
const firstTicket = 1_000_000_000;

export function createComparisonRuns(
  host: Host,
  store: Store,
  sources: ComparisonSources,
  titleOf: (id: string) => string,
): ComparisonRuns {
  let ticket = firstTicket;
  let comparing = 0;
  let explaining = 0;
  const nextTicket = () => {
    ticket += 1;
    return ticket;
  };
  const stop = (running: number) => {
    if (running > 0) void host.call('work.cancel', { ticket: running });
  };

  const readMembers = async (ids: readonly string[]): Promise<readonly ComparedMember[]> =>
    Promise.all(
      ids.map(async (id): Promise<ComparedMember> => {
        const found = await sources.of(id);
        return 'fault' in found
          ? { id, title: titleOf(id), source: null, fault: found.fault }
          : { id, title: titleOf(id), source: found.source, fault: null };
      }),
    );

  /** Scenarios that do not read are named and left out; the others go on. */
  const compareInputs = async (members: readonly ComparedMember[], baseId: string) => {
    const base = members.find(({ id }) => id === baseId)?.source;
    if (!base) return null;
    const inputs: Record<string, ComparisonState['inputs'][string]> = {};
    let { measures } = store.getState();
    const judged = await Promise.all(
      members.map(async (member) => {
        if (member.source === null) return member;
        const reply = await host.call('compare.inputs', { base, others: [member.source] });
        if (!reply.ok) return { ...member, fault: reply.error };
        inputs[member.id] = reply.value.others[0] ?? [];
        if (reply.value.measures.length > measures.length || member.id === baseId)
          measures = reply.value.measures;
        return member;
      }),
    );
    return { members: judged, inputs, measures };
  };

  return {
    async compare() {
      stop(comparing);
      const run = nextTicket();
      comparing = run;
      const { ticked, base } = store.getState();
      if (ticked.length < 2 || base === null) {
        store.setState({ outcomes: null, members: await readMembers(ticked), isRunning: false });
        return;
      }
      store.setState({ isRunning: true });
      const read = await readMembers(ticked);
      if (comparing !== run) return;
      const compared = await compareInputs(read, base);
      if (comparing !== run) return;
      if (compared === null) return store.setState({ members: read, isRunning: false, outcomes: null });
      const { other } = store.getState();
      const able = compared.members.filter(({ fault }) => fault === null);
      const stillThere = able.some(({ id }) => id === other && id !== base);
      store.setState({
        ...compared,
        other: stillThere ? other : (able.find(({ id }) => id !== base)?.id ?? null),
      });
      const scenarios = able.flatMap(({ source }) => source ?? []);
      const place = scenarios.findIndex(({ id }) => id === base);
      if (scenarios.length < 2 || place < 0) return store.setState({ isRunning: false, outcomes: null });
      const state = store.getState();
      const reply = await host.call('compare.outcomes', {
        ticket: run,
        scenarios,
        base: place,
        measures: wantedMeasures(state),
        at: null,
        focus: { measure: state.bridge.measure, at: state.at },
      });
      if (comparing !== run) return;
      comparing = 0;
      if (reply.ok) store.setState({ outcomes: reply.value, isRunning: false, fault: null });
      else if (reply.error.kind !== 'cancelled') store.setState({ isRunning: false, fault: reply.error });
    },
    async explain() {
      stop(explaining);
      const run = nextTicket();
      explaining = run;
      const question = questionOf(store.getState());
      if (question === null) return store.setState({ bridgeResult: null, bridgeProgress: null });
      const ask = async (statistic: BridgeStatistic, grouping: Grouping): Promise<ShownBridge | null> => {
        const { base, other, measure, at, key } = question;
        const reply = await host.call('compare.bridge', {
          ticket: run,
          base,
          other,
          measure,
          at,
          grouping,
          statistic,
        });
        if (explaining !== run) return null;
        if (reply.ok) return { key: `${key} ${statistic} ${grouping}`, bridge: reply.value };
        if (reply.error.kind !== 'cancelled') store.setState({ fault: reply.error, bridgeProgress: null });
        return null;
      };
      // The central path comes at once; the draws take their time.
      const central = await ask('central', 'input');
      if (explaining !== run || central === null) return;
      store.setState({ bridgeResult: central, fault: null });
      const { of } = store.getState().bridge;
      const { base, other, measure, at, key } = question;
      const corners = await host.call('compare.corners', { ticket: run, base, other, measure, at });
      if (explaining !== run) return;
      if (corners.ok) store.setState({ corners: { key, corners: corners.value } });
      const tagged = await ask('central', 'tag');
      if (explaining !== run) return;
      store.setState({ byTag: tagged });
      if (of === 'central') return store.setState({ bridgeProgress: null });
      store.setState({ bridgeProgress: 0 });
      const drawn = await ask(of, 'input');
      if (explaining !== run) return;
      store.setState({ bridgeProgress: null, ...(drawn ? { bridgeResult: drawn } : {}) });
      const drawnTagged = await ask(of, 'tag');
      if (explaining === run && drawnTagged) store.setState({ byTag: drawnTagged });
    },
    cancel() {
      stop(explaining);
      explaining = 0;
      store.setState({ bridgeProgress: null });
    },
  };
}

/** The question the bridge answers; null while it cannot be asked. */
export function questionOf(state: ComparisonState) {
  const sourceOf = (id: string | null) =>
    state.members.find((one) => one.id === id && one.fault === null)?.source;
  const [base, other] = [sourceOf(state.base), sourceOf(state.other)];
  const at = monthLooked(state);
  if (!base || !other || at === null) return null;
  const { measure } = state.bridge;
  const key = JSON.stringify([
    base.id,
    base.text,
    base.files,
    other.id,
    other.text,
    other.files,
    measure,
    at,
  ]);
  return { base, other, measure, at, key };
}

/** The month that is looked at: the one chosen, or the last that all scenarios have. */
export function monthLooked({ at, outcomes }: Pick<ComparisonState, 'at' | 'outcomes'>): string | null {
  const months = monthsOffered(outcomes);
  return at !== null && months.includes(at) ? at : (months.at(-1) ?? null);
}

/** The months that rows are made for: the ends of years and the last month that all have. */
export function monthsOffered(outcomes: ComparisonState['outcomes']): readonly string[] {
  return [...new Set(outcomes?.rows.map(({ at }) => monthCode(at)) ?? [])].sort();
}

function wantedMeasures(state: ComparisonState): readonly string[] {
  return [...new Set([...headlineMeasures, state.bridge.measure, ...usualCharts, ...state.pinned])];
}
