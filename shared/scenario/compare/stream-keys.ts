import type { Scenario } from '../scenario.ts';
import type { Value } from '../value.ts';

/** Key of the slot, and of the random stream, of a quantity: its own path, or that of the assumption it shares. */
export function streamKeyOf({ path, reference }: Pick<Value, 'path' | 'reference'>): string {
  return reference === null ? path : `assumptions.${reference}`;
}

/** A correlation between two inputs, named by the keys of their streams. */
export interface KeyedCorrelation {
  readonly a: string;
  readonly b: string;
  readonly rank: number;
}

/** Lists the correlations a scenario states, those with inputs that are certain included. */
export function keyedCorrelations({ correlations, inputs }: Scenario): readonly KeyedCorrelation[] {
  const keys = new Map(inputs.map((value) => [value.path, streamKeyOf(value)]));
  const keyOf = (name: string): string => keys.get(name) ?? name;
  return correlations.flatMap(([first, second, { distribution }]) =>
    distribution.kind === 'constant'
      ? [{ a: keyOf(first.name), b: keyOf(second.name), rank: distribution.value }]
      : [],
  );
}

/** Tells whether two lists of correlations say the same, whatever the order of pairs and within them. */
export function sameCorrelations(a: readonly KeyedCorrelation[], b: readonly KeyedCorrelation[]): boolean {
  const spell = (list: readonly KeyedCorrelation[]): string =>
    list
      .map(({ a: one, b: two, rank }) => [...[one, two].sort(), rank].join(' '))
      .sort()
      .join('\n');
  return spell(a) === spell(b);
}
