import type { Problem } from '#shared/scenario/problem.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';

/** Reads a scenario away from the screen's thread and tells its faults. */
export interface Checker {
  check(source: ScenarioSource): Promise<readonly Problem[]>;
  close(): void;
}

export interface CheckRequest {
  readonly number: number;
  readonly source: ScenarioSource;
}

export interface CheckAnswer {
  readonly number: number;
  readonly problems: readonly Problem[];
}

/** The part of a web worker a checker needs. */
export interface CheckPort {
  postMessage(request: CheckRequest): void;
  onmessage: ((event: MessageEvent<CheckAnswer>) => void) | null;
  terminate(): void;
}

/**
 * Makes a checker over a worker that is started with the first question. The pipeline asks one question at a time, so
 * answers need only their number to be told apart.
 */
export function createChecker(start: () => CheckPort): Checker {
  const waiting = new Map<number, (problems: readonly Problem[]) => void>();
  let port: CheckPort | null = null;
  let asked = 0;
  const open = (): CheckPort => {
    const opened = start();
    opened.onmessage = ({ data }) => {
      waiting.get(data.number)?.(data.problems);
      waiting.delete(data.number);
    };
    return opened;
  };
  return {
    check(source) {
      port ??= open();
      asked += 1;
      const number = asked;
      port.postMessage({ number, source });
      return new Promise((resolve) => waiting.set(number, resolve));
    },
    close() {
      port?.terminate();
      port = null;
      for (const resolve of waiting.values()) resolve([]);
      waiting.clear();
    },
  };
}
