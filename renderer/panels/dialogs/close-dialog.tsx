import { useStores } from '../../state/use-stores.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface CloseDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** Asks what to do with unsaved changes before a scenario is closed. */
export function CloseDialog({ id, onClose }: CloseDialogProps) {
  const { files } = useStores();
  const saveFirst = async () => {
    onClose();
    if (await files.save(id)) files.closeWithoutSaving(id);
  };
  const drop = () => {
    onClose();
    files.closeWithoutSaving(id);
  };
  return (
    <Dialog title="Save the changes?" about={`${id} has changes that are not in its file.`} onClose={onClose}>
      <div className="dialog-actions">
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="danger" onClick={drop}>
          Close without saving
        </Button>
        <Button kind="main" onClick={() => void saveFirst()}>
          Save and close
        </Button>
      </div>
    </Dialog>
  );
}
