import { useComparison, useComparisonActions } from '../../state/comparison/use-comparison.ts';
import { Button } from '../../ui/button.tsx';

/** Opens the comparison, or leads back to the editor. */
export function CompareButton() {
  const { open, close } = useComparisonActions();
  const isOpen = useComparison((state) => state.isOpen);
  const count = useComparison((state) => state.ticked.length);
  return (
    <Button
      className={isOpen ? 'compare-button compare-button-on' : 'compare-button'}
      aria-pressed={isOpen}
      title="Set ticked scenarios side by side (Alt+C)"
      onClick={isOpen ? close : open}
    >
      Compare{count > 1 ? ` ${count}` : ''}
    </Button>
  );
}
