import type { ProjectionResult } from '#shared/contract/results.ts';

const kept = 12;

/** The last few projections by the hash of what they came from, so that an export need not compute them again. */
export interface RecentResults {
  readonly add: (hash: string, result: ProjectionResult) => void;
  readonly find: (hash: string) => ProjectionResult | null;
}

/** Makes an empty memory of results. */
export function createRecentResults(): RecentResults {
  const results = new Map<string, ProjectionResult>();
  return {
    add: (hash, result) => {
      results.delete(hash);
      results.set(hash, result);
      const oldest = results.keys().next();
      if (results.size > kept && oldest.done !== true) results.delete(oldest.value);
    },
    find: (hash) => results.get(hash) ?? null,
  };
}
