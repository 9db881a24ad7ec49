import type { Mix, Scenario } from '../scenario.ts';

type Succession = Extract<Mix, { kind: 'succession' }>;

/** Names of the generations a mix uses; without a mix, the only generation there is. */
export function generationsIn(scenario: Scenario, mix: Mix | null): readonly string[] {
  if (mix === null)
    return scenario.generations.length === 1 ? scenario.generations.map(({ key }) => key) : [];
  switch (mix.kind) {
    case 'single':
      return [mix.value.name];
    case 'choice':
      return mix.value.among.map(({ name }) => name);
    case 'schedule':
      return [...new Set(mix.value.flatMap(({ value }) => value.map(({ key }) => key)))];
    case 'succession': {
      const first = oldestOf(scenario, mix);
      const listed = mix.value.map(({ key }) => key).filter((key) => key !== 'first');
      return first === null ? listed : [first, ...listed];
    }
  }
}

/** The generation a succession begins with: the one under `first`, else the earliest one it does not list. */
export function oldestOf(scenario: Scenario, mix: Succession): string | null {
  const stated = mix.value.find(({ key }) => key === 'first')?.value;
  if (stated?.kind === 'oldest') return stated.value.name;
  const listed = new Set(mix.value.map(({ key }) => key));
  let earliest: string | null = null;
  let at = Number.POSITIVE_INFINITY;
  for (const { key, value } of scenario.generations) {
    const { distribution } = value.available;
    if (listed.has(key) || distribution.kind !== 'constant' || !(distribution.value < at)) continue;
    earliest = key;
    at = distribution.value;
  }
  return earliest;
}
