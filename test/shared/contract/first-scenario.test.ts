import { describe, expect, it } from 'vitest';
import type { ScenarioRef } from '#shared/contract/calls.ts';
import { firstScenario } from '#shared/contract/first-scenario.ts';

function ref(id: string, base: string | null = null, kind: ScenarioRef['kind'] = 'scenario'): ScenarioRef {
  return { id, title: id, revision: 'r', modified: '2026-04-20T00:00:00Z', base, kind, isReadOnly: false };
}

describe('the scenario a window opens with', () => {
  const refs = [
    ref('a-variant', 'b'),
    ref('b'),
    ref('amazon-anthropic.scenario.yaml'),
    ref('c', null, 'template'),
  ];

  it('is the one opened last that is still there', () => {
    expect(firstScenario(refs, ['gone', 'b', 'a-variant'])).toBe('b');
  });

  it('is the base deal where none was opened, then one that stands on its own, then any', () => {
    expect(firstScenario(refs, [])).toBe('amazon-anthropic.scenario.yaml');
    expect(firstScenario(refs.slice(0, 2), [])).toBe('b');
    expect(firstScenario(refs.slice(0, 1), [])).toBe('a-variant');
  });

  it('is never a file of another kind', () => {
    expect(firstScenario(refs.slice(3), ['c'])).toBeNull();
  });
});
