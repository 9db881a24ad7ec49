import type { ScenarioRef } from '#shared/contract/calls.ts';
import type { Result } from '../storage/library.ts';

/** What one session has written to the library, so that it does not hear of it as news. */
export interface OwnWrites {
  /** Follows a write of this session until it has ended, and remembers what it wrote. */
  readonly follow: (writing: Result<ScenarioRef>) => Result<ScenarioRef>;
  /** Calls back once no write is under way: only then is it known whose revision a file has. */
  readonly settled: (tell: () => void) => void;
  readonly made: (id: string, revision: string | null) => boolean;
}

/** The watcher may see a file between two writes of this session, late. */
const keptRevisions = 32;

/** Makes the memory of a session's own writes. */
export function createOwnWrites(): OwnWrites {
  const revisions: string[] = [];
  let underWay = 0;
  let waiting: (() => void)[] = [];
  const end = (): void => {
    underWay -= 1;
    if (underWay > 0) return;
    const due = waiting;
    waiting = [];
    for (const tell of due) tell();
  };
  const nameOf = (id: string, revision: string): string => `${revision} ${id}`;
  return {
    follow: async (writing) => {
      underWay += 1;
      try {
        const written = await writing;
        if (written.ok) revisions.push(nameOf(written.value.id, written.value.revision));
        if (revisions.length > keptRevisions) revisions.shift();
        return written;
      } finally {
        end();
      }
    },
    settled: (tell) => {
      if (underWay === 0) tell();
      else waiting.push(tell);
    },
    made: (id, revision) => revision !== null && revisions.includes(nameOf(id, revision)),
  };
}
