import { describe, expect, it } from 'vitest';
import type { ScenarioRef } from '#shared/contract/calls.ts';
import { recentRefs } from '../../../renderer/state/recent.ts';

const ref = (id: string): ScenarioRef => ({
  id,
  title: id,
  revision: '1',
  modified: '2026-04-20T00:00:00Z',
  base: null,
  kind: 'scenario',
  isReadOnly: false,
});
const refs = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(ref);
const ids = (found: readonly ScenarioRef[]) => found.map(({ id }) => id);

describe('recentRefs', () => {
  it('gives at most five, the latest first, without those that are open or gone', () => {
    expect(ids(recentRefs(['g', 'b', 'gone', 'a'], refs, [{ id: 'g' }]))).toEqual(['b', 'a']);
    expect(ids(recentRefs(['g', 'f', 'e', 'd', 'c', 'b', 'a'], refs, []))).toEqual(['g', 'f', 'e', 'd', 'c']);
  });
});
