import { toggled } from '../../state/layout.ts';
import { useLayout, useStores } from '../../state/use-stores.ts';
import { IconButton } from '../../ui/button.tsx';

/** Pins a chart to the next export, or takes it off. */
export function PinButton({ chart }: { readonly chart: string }) {
  const { layout } = useStores();
  const isPinned = useLayout((state) => state.pinned.includes(chart));
  return (
    <IconButton
      icon="pin"
      label={isPinned ? 'Pinned to the export' : 'Pin to the export'}
      isOn={isPinned}
      onClick={() => layout.setState((state) => ({ pinned: toggled(state.pinned, chart) }))}
    />
  );
}
