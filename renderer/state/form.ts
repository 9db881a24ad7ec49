import { mayBeUncertain } from '#shared/scenario/assist/may-be-uncertain.ts';
import type { ShareGroup } from '#shared/scenario/shares/share-group.ts';
import type { Value } from '#shared/scenario/value.ts';
import { fieldName, humanise } from '#shared/view/words.ts';

/** A part of the form: what belongs together in the scenario. */
export interface FormSection {
  readonly key: string;
  readonly title: string;
  /** In the order of the file. */
  readonly items: readonly FormItem[];
  /** Nothing of it stands in the file itself. */
  readonly isInherited: boolean;
}

/** One quantity, one that is what an assumption says, or shares that make up a whole. */
export type FormItem = FormRow | FormReference | FormShares;

interface Named {
  readonly value: Value;
  /** What the quantity is called within its section: `Phases › Rainier › Power`. */
  readonly label: string;
  /** What it belongs to within its section, `Phases › Rainier`; empty where it stands there itself. */
  readonly belongsTo: string;
  /** Its own name: `Power`. */
  readonly name: string;
  /** Stands in a base or a used file; changing it here writes an override. */
  readonly isInherited: boolean;
}

export interface FormRow extends Named {
  readonly kind: 'row';
  /** False where the shape of the run depends on it. */
  readonly mayBeUncertain: boolean;
}

export interface FormReference extends Named {
  readonly kind: 'reference';
  /** The key of the assumption. */
  readonly to: string;
}

export interface FormShares {
  readonly kind: 'shares';
  readonly group: ShareGroup;
  readonly label: string;
  readonly isInherited: boolean;
}

/** What a form is made from. */
export interface FormContent {
  readonly inputs: readonly Value[];
  readonly shareGroups: readonly ShareGroup[];
}

/**
 * Sorts the written quantities of a scenario into the sections of a form, in the order of the file. Shares of a whole stand
 * together in one table; those that are uncertain have a row of their own besides.
 */
export function formSections(
  id: string,
  { inputs, shareGroups }: FormContent,
  find: string,
): readonly FormSection[] {
  const wanted = find
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const sections = new Map<string, FormItem[]>();
  const seen = new Set<string>();
  const put = (path: string, item: (label: string) => FormItem) => {
    if (seen.has(path)) return;
    seen.add(path);
    const { section, label } = placed(path);
    const items = sections.get(section) ?? [];
    sections.set(section, items);
    items.push(item(label));
  };
  const groups = new Map(
    shareGroups.flatMap((group) => group.rows.map((row) => [row.value.path, { group, row }] as const)),
  );
  for (const value of inputs) {
    if (value.origin !== 'written' || !isWanted(value, wanted)) continue;
    const isInherited = value.place.file !== id;
    const part = groups.get(value.path);
    if (part) {
      const { group } = part;
      put(group.path, () => ({ kind: 'shares', group, label: shareLabel(group), isInherited }));
    }
    // What can move moves in the table, and what an assumption sets is said there.
    if (part && part.row.fixedBy?.kind !== 'uncertain') continue;
    put(value.path, (label) => {
      const cut = label.lastIndexOf(joint);
      const belongsTo = cut < 0 ? '' : label.slice(0, cut);
      const name = cut < 0 ? label : label.slice(cut + joint.length);
      const named = { value, label, belongsTo, name, isInherited };
      return value.reference === null
        ? { kind: 'row', ...named, mayBeUncertain: mayBeUncertain(value.path) }
        : { kind: 'reference', ...named, to: value.reference };
    });
  }
  return [...sections]
    .map(([key, items]) => ({
      key,
      title: title(key),
      items,
      isInherited: items.every((item) => item.isInherited),
    }))
    .sort((a, b) => rank(a) - rank(b));
}

/** Every word must be found: in the path, in the words of the text, or in what the form calls it. */
function isWanted({ path, text }: Value, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const { section, label } = placed(path);
  const said = `${path} ${text} ${title(section)} ${label}`.toLowerCase();
  return wanted.every((word) => said.includes(word));
}

function shareLabel({ kind, from }: ShareGroup): string {
  return kind === 'ramp' ? 'Promise by slice of the term' : `New power by generation, ${from}`;
}

/** Stands between the parts of a label. */
const joint = ' › ';

const order = ['scenario', 'simulation', 'deals', 'finances', 'assumptions', 'generations'];

/** Deals and what is unknown about them first; what only stands in other files last. */
function rank({ key, isInherited }: FormSection): number {
  const at = order.indexOf(key.split('.')[0] ?? '');
  return (at < 0 ? order.length : at) + (isInherited ? order.length + 1 : 0);
}

/** How many leading parts of a path name its section. */
const depths: Readonly<Record<string, number>> = { deals: 3, generations: 2, finances: 1, assumptions: 1 };

function placed(path: string): { section: string; label: string } {
  const parts = path.split('.');
  const depth = Math.min(depths[parts[0] ?? ''] ?? 1, parts.length - 1);
  const section = parts.slice(0, depth).join('.');
  const label = parts.slice(depth).map(fieldName).join(joint);
  return { section: section === '' ? 'scenario' : section, label };
}

function title(section: string): string {
  const parts = section.split('.');
  const named = parts[0] === 'deals' || parts[0] === 'generations' ? parts.slice(1) : parts;
  return named.map(humanise).join(joint);
}

/** The range of a slider around a value, its step, and whether a slider makes sense at all. */
export function sliderRange(
  value: number,
  range: Value['range'],
): { min: number; max: number; step: number } | null {
  if (!Number.isFinite(value)) return null;
  const floor = range?.min ?? Number.NEGATIVE_INFINITY;
  const ceiling = range?.max ?? Number.POSITIVE_INFINITY;
  const reach = value === 0 ? 1 : Math.abs(value) * 2;
  const isShare = floor === 0 && ceiling === 1;
  const min = isShare ? 0 : Math.max(floor, value < 0 ? value - reach : 0);
  const max = isShare ? 1 : Math.min(ceiling, value + reach / 2 + (value === 0 ? 11 : 0));
  if (!(max > min)) return null;
  return { min, max, step: 10 ** Math.floor(Math.log10((max - min) / 40)) };
}
