import type { Scenario } from '../scenario.ts';
import type { Value } from '../value.ts';

/** Shares that are parts of one whole. */
export interface ShareGroup {
  /** The path of the map or list that holds them. */
  readonly path: string;
  readonly kind: 'mix' | 'ramp';
  /** What holds only for a time: the date from which these shares of a mix count; null for the slices of a promise. */
  readonly from: string | null;
  /** Further dates at which the same mix has other shares. */
  readonly otherDates: number;
  readonly rows: readonly ShareRow[];
}

export interface ShareRow {
  readonly name: string;
  readonly value: Value;
  /** Why the row is left alone; null where it may move. */
  readonly fixedBy: FixedBy | null;
}

/** A share is left alone where it is an assumption's, or a distribution: there is no one number to move. */
export type FixedBy = { readonly kind: 'assumption'; readonly key: string } | { readonly kind: 'uncertain' };

/** Finds the shares of a scenario that must add up to 100 %: the mixes by date, and the slices of promises to spend. */
export function shareGroups(scenario: Scenario): readonly ShareGroup[] {
  return scenario.deals.flatMap(({ value: { mix, commitment } }): readonly ShareGroup[] => {
    const groups: ShareGroup[] = [];
    if (mix?.kind === 'schedule') {
      for (const { at, spot, value } of mix.value) {
        const rows = value.map(({ key, value: share }) => rowOf(key, share));
        groups.push({ path: spot.path, kind: 'mix', from: at.text, otherDates: mix.value.length - 1, rows });
      }
    }
    if (commitment?.ramp.kind === 'annual') {
      const rows = commitment.ramp.value.map((share, at) => rowOf(`Slice ${at + 1}`, share));
      const path = rows[0]?.value.path.replace(/\.\d+$/, '') ?? '';
      groups.push({ path, kind: 'ramp', from: null, otherDates: 0, rows });
    }
    return groups.filter(({ rows }) => rows.length > 0);
  });
}

function rowOf(name: string, value: Value): ShareRow {
  return { name, value, fixedBy: fixedBy(value) };
}

function fixedBy({ reference, distribution }: Value): FixedBy | null {
  if (reference !== null) return { kind: 'assumption', key: reference };
  return distribution.kind === 'constant' ? null : { kind: 'uncertain' };
}
