import type { ScenarioRef } from '#shared/contract/calls.ts';
import { useComparison, useComparisonActions } from '../../state/comparison/use-comparison.ts';

/** The box beside a scenario of the library by which it takes part in a comparison. */
export function CompareTick({ item }: { readonly item: ScenarioRef }) {
  const { tick } = useComparisonActions();
  const isTicked = useComparison((state) => state.ticked.includes(item.id));
  const isOpen = useComparison((state) => state.isOpen);
  if (item.kind !== 'scenario') return null;
  return (
    <input
      type="checkbox"
      className={isOpen ? 'compare-tick compare-tick-shown' : 'compare-tick'}
      aria-label={`Compare ${item.title}`}
      title="Set beside the other ticked scenarios"
      checked={isTicked}
      onChange={() => tick(item.id)}
    />
  );
}
