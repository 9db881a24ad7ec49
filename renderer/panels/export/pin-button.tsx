import { toggled } from '../../state/layout.ts';
import { useLayout, useStores } from '../../state/use-stores.ts';
import { IconButton } from '../../ui/button.tsx';

interface PinButtonProps {
  /** Id of the page: a chart, or a question in its text. */
  readonly page: string;
  /** What is pinned, where a panel shows several things. */
  readonly what?: string;
}

/** Pins a page to the export, or takes it off. */
export function PinButton({ page, what }: PinButtonProps) {
  const { layout } = useStores();
  const isPinned = useLayout((state) => state.pinned.includes(page));
  const label = isPinned ? 'Pinned to the export' : 'Pin to the export';
  return (
    <IconButton
      icon="pin"
      label={what === undefined ? label : `${label}: ${what}`}
      isOn={isPinned}
      onClick={() => layout.setState((state) => ({ pinned: toggled(state.pinned, page) }))}
    />
  );
}
