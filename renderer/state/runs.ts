import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Fault } from '#shared/contract/fault.ts';
import type { ProjectionResult, SimulationResult } from '#shared/contract/results.ts';

/** What is known of the numbers of one open scenario. */
export interface Run {
  /** The last good answer and the edit it belongs to. */
  readonly result: ProjectionResult | null;
  readonly edit: number;
  /** True while the text on screen has no answer of its own: it has faults, or the run failed. */
  readonly isOld: boolean;
  /** The last percentiles; of the edit before while `isFanOld`. */
  readonly fan: SimulationResult | null;
  readonly isFanOld: boolean;
  /** The ticket under way, or null. */
  readonly ticket: number | null;
  /** The ticket of the draws whose percentiles belong to the answer, or null. */
  readonly draws: number | null;
  readonly fault: Fault | null;
  /** The projection of the scenario it extends, for changes against the base. */
  readonly base: ProjectionResult | null;
}

/** A scenario about which nothing is known yet. */
export const blankRun: Run = {
  result: null,
  edit: -1,
  isOld: false,
  fan: null,
  isFanOld: false,
  ticket: null,
  draws: null,
  fault: null,
  base: null,
};

export interface RunsState {
  readonly byId: Readonly<Record<string, Run>>;
}

/** The numbers of the open scenarios. Answers are kept only for the ticket that is still under way. */
export interface Runs {
  readonly store: StoreApi<RunsState>;
  of(id: string): Run;
  begin(id: string, ticket: number): void;
  settle(id: string, ticket: number, edit: number, result: ProjectionResult): void;
  /** The text on screen has no answer: what is shown stays and is marked old. */
  markOld(id: string, fault: Fault | null): void;
  beginDraws(id: string, ticket: number): void;
  noteFan(ticket: number, fan: SimulationResult): void;
  noteBase(id: string, base: ProjectionResult | null): void;
  rename(from: string, to: string): void;
  forget(id: string): void;
}

export function createRuns(): Runs {
  const store = createStore<RunsState>(() => ({ byId: {} }));
  const of = (id: string) => store.getState().byId[id] ?? blankRun;
  const change = (id: string, changes: Partial<Run>) =>
    store.setState(({ byId }) => ({ byId: { ...byId, [id]: { ...(byId[id] ?? blankRun), ...changes } } }));
  return {
    store,
    of,
    begin: (id, ticket) => change(id, { ticket }),
    settle(id, ticket, edit, result) {
      const before = of(id);
      if (before.ticket !== ticket) return;
      // A remark or a title changes no number: what is drawn stays as it is.
      const same = before.result?.model === result.model ? before.result : null;
      change(id, {
        result: same ? { ...result, projection: same.projection } : result,
        edit,
        isOld: false,
        fault: null,
        draws: same ? before.draws : null,
        isFanOld: before.fan !== null && (before.isFanOld || same === null),
      });
    },
    markOld: (id, fault) => change(id, { isOld: true, fault, draws: null }),
    beginDraws: (id, ticket) => change(id, { draws: ticket }),
    noteFan(ticket, fan) {
      const id = Object.entries(store.getState().byId).find(([, run]) => run.draws === ticket)?.[0];
      if (id !== undefined) change(id, { fan, isFanOld: false });
    },
    noteBase: (id, base) => change(id, { base }),
    rename(from, to) {
      if (from === to) return;
      store.setState(({ byId }) => {
        const { [from]: run = blankRun, ...others } = byId;
        return { byId: { ...others, [to]: run } };
      });
    },
    forget(id) {
      store.setState(({ byId }) => {
        const { [id]: _, ...others } = byId;
        return { byId: others };
      });
    },
  };
}
