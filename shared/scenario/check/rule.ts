import type { Finding } from '../problem-list.ts';
import type { Scenario } from '../scenario.ts';
import type { Spot, Value } from '../value.ts';

/** A rule between fields: looks at the whole scenario and reports what breaks it. */
export type Rule = (scenario: Scenario, report: (finding: Finding) => void) => void;

/** Tells a quantity's value where it is certain; NaN where it is uncertain or could not be read. */
export function certainValue(value: Value | null): number {
  return value?.distribution.kind === 'constant' ? value.distribution.value : Number.NaN;
}

/** Begins a finding at the key of a section or field. */
export function atKey(spot: Spot): { readonly path: string; readonly place: Spot['place'] } {
  return { path: spot.path, place: spot.keyPlace };
}

/** Begins a finding at a quantity. */
export function atValue(value: Value): { readonly path: string; readonly place: Value['place'] } {
  return { path: value.path, place: value.place };
}
