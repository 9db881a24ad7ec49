import type { Value } from '#shared/scenario/value.ts';
import { fieldName, humanise } from '#shared/view/words.ts';

/** A part of the form: what belongs together in the scenario. */
export interface FormSection {
  readonly key: string;
  readonly title: string;
  readonly rows: readonly FormRow[];
  /** Nothing of it stands in the file itself. */
  readonly isInherited: boolean;
}

export interface FormRow {
  readonly value: Value;
  /** What the quantity is called within its section: `Phases › Rainier › Power`. */
  readonly label: string;
  /** Stands in a base or a used file; changing it here writes an override. */
  readonly isInherited: boolean;
}

/** Sorts the written quantities of a scenario into the sections of a form, in the order of the file. */
export function formSections(id: string, inputs: readonly Value[], find: string): FormSection[] {
  const wanted = find.trim().toLowerCase();
  const sections = new Map<string, FormRow[]>();
  const seen = new Set<string>();
  for (const value of inputs) {
    if (value.origin !== 'written' || value.reference !== null || seen.has(value.path)) continue;
    if (wanted !== '' && !`${value.path} ${value.text}`.toLowerCase().includes(wanted)) continue;
    seen.add(value.path);
    const { section, label } = placed(value.path);
    const rows = sections.get(section) ?? [];
    sections.set(section, rows);
    rows.push({ value, label, isInherited: value.place.file !== id });
  }
  return [...sections]
    .map(([key, rows]) => ({
      key,
      title: title(key),
      rows,
      isInherited: rows.every((row) => row.isInherited),
    }))
    .sort((a, b) => rank(a) - rank(b));
}

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
  const label = parts.slice(depth).map(fieldName).join(' › ');
  return { section: section === '' ? 'scenario' : section, label };
}

function title(section: string): string {
  const parts = section.split('.');
  const named = parts[0] === 'deals' || parts[0] === 'generations' ? parts.slice(1) : parts;
  return named.map(humanise).join(' › ');
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
