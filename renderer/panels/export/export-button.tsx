import { useDocuments, useStores } from '../../state/use-stores.ts';
import { Button } from '../../ui/button.tsx';

/** Opens the export. */
export function ExportButton() {
  const { dialogs } = useStores();
  const isEmpty = useDocuments((state) => state.activeId === null);
  return (
    <Button disabled={isEmpty} title="Export (Ctrl+E)" onClick={() => dialogs.show({ kind: 'export' })}>
      Export…
    </Button>
  );
}
