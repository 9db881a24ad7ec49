import { useStores } from '../../state/use-stores.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

interface RemoveDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** Asks before a scenario file goes to the trash folder. */
export function RemoveDialog({ id, onClose }: RemoveDialogProps) {
  const { files } = useStores();
  const remove = () => {
    onClose();
    void files.remove(id);
  };
  return (
    <Dialog
      title="Move to trash?"
      about={`${id} goes to the trash folder of the library, from where it can be brought back by hand.`}
      onClose={onClose}
    >
      <div className="dialog-actions">
        <Button onClick={onClose}>Cancel</Button>
        <Button kind="danger" onClick={remove}>
          Move to trash
        </Button>
      </div>
    </Dialog>
  );
}
