import type { Place } from '#shared/scenario/text/node.ts';
import { showPlace } from '../../state/show-place.ts';
import { useStores } from '../../state/use-stores.ts';
import { IconButton } from '../../ui/button.tsx';

interface ShowInTextButtonProps {
  readonly label: string;
  readonly place: Place;
}

/** Leads from a quantity of the form to where it stands in the text. */
export function ShowInTextButton({ label, place }: ShowInTextButtonProps) {
  const stores = useStores();
  return (
    <IconButton
      icon="file"
      label={`Show ${label} in the text`}
      onClick={() => void showPlace(stores, place)}
    />
  );
}
