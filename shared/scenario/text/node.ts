/** A place in a file: offsets into its text. */
export interface Place {
  /** Id of the file (a scenario, its base, or a used catalogue). */
  readonly file: string;
  readonly from: number;
  readonly to: number;
}

/** The raw tree of a scenario text: what was written, and where. Knows nothing of fields. */
export type Node = MapNode | ListNode | ScalarNode;

export interface MapNode {
  readonly kind: 'map';
  readonly place: Place;
  readonly entries: readonly Entry[];
}

export interface Entry {
  readonly key: string;
  readonly keyPlace: Place;
  readonly value: Node;
}

export interface ListNode {
  readonly kind: 'list';
  readonly place: Place;
  readonly items: readonly Node[];
}

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly place: Place;
  /** The text as written, quotes removed; what quantities are parsed from (so `2026-04` and `1e3` keep their look). */
  readonly text: string;
  /** True for `null`, `~` and an empty value: in a variant it removes the inherited key. */
  readonly isNull: boolean;
}
