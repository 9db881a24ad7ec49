import { slotsRead } from '#shared/engine/compare/slots-read.ts';
import { measureEntries } from '#shared/engine/measure/catalogue.ts';
import type { Plan } from '#shared/engine/plan/plan.ts';
import type { InputDifference, Role } from './difference.ts';
import type { ReadSide } from './read-side.ts';
import { swappedKeys } from './swapped-keys.ts';

/** Settles what each difference does to one measure, now that the plans of both scenarios are known. */
export function effectiveRoles(
  differences: readonly InputDifference[],
  base: ReadSide,
  other: ReadSide,
  plans: readonly [Plan, Plan],
  measure: string,
  hasDraws: boolean,
): readonly InputDifference[] {
  const isOrderOpen = [base, other].some(hasOpenOrder);
  const read = plans.map((plan) => keysRead(plan, measure));
  const isRead = (key: string): boolean => read.some((keys) => keys.has(key));
  const roleOf = (one: InputDifference): Role => {
    const [section, name = '', field] = one.id.split('.');
    // The central path knows no correlations.
    if (section === 'correlations') return hasDraws ? 'structure' : 'inert';
    if (section === 'measures' && one.role === 'inert')
      return measure.startsWith(name) ? 'structure' : 'inert';
    if (one.role === 'structure' && one.dimension !== null && !keysAround(one).some(isRead)) return 'inert';
    if (one.role !== 'number') return one.role;
    // The eldest generation may be another one then.
    if (isOrderOpen && section === 'generations' && field === 'available') return 'structure';
    if (swappedKeys(one, [base, other], plans).length > 0) return 'number';
    const isIn = ({ inputs }: Plan): boolean => inputs.some(({ key }) => key === one.id);
    return plans.some(isIn) && !plans.every(isIn) ? 'structure' : 'inert';
  };
  return differences.map((one) => ({ ...one, role: roleOf(one) }));
}

/** Keys of the slots behind a quantity that is written as an assumption on one side. */
function keysAround({ id, base, other }: InputDifference): readonly string[] {
  const assumptions = [base, other].flatMap(({ assumption }) => assumption ?? []);
  return [id, ...assumptions.map((key) => `assumptions.${key}`)];
}

function keysRead(plan: Plan, measure: string): ReadonlySet<string> {
  if (!measureEntries(plan).has(measure)) return new Set();
  return new Set([...slotsRead(plan, measure)].map((slot) => plan.inputs[slot]?.key ?? ''));
}

/** True where a succession does not say which generation comes first, so that the dates of availability decide. */
function hasOpenOrder({ scenario }: ReadSide): boolean {
  return scenario.deals.some(
    ({ value: { mix } }) => mix?.kind === 'succession' && !mix.value.some(({ key }) => key === 'first'),
  );
}
