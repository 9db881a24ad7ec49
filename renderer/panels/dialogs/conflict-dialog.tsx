import { lazy, Suspense } from 'react';
import { useStores } from '../../state/use-stores.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';

const Difference = lazy(async () => ({
  default: (await import('../../editor/text-difference.tsx')).TextDifference,
}));

interface ConflictDialogProps {
  readonly id: string;
  readonly theirs: string;
  readonly revision: string;
  readonly onClose: () => void;
}

/** Shows both texts when a file has moved on since it was read, and lets the user choose; nothing is overwritten unseen. */
export function ConflictDialog({ id, theirs, revision, onClose }: ConflictDialogProps) {
  const { documents, files } = useStores();
  const mine = documents.find(id)?.text ?? '';
  const act = (what: () => unknown) => () => {
    onClose();
    what();
  };
  return (
    <Dialog
      title="The file changed on disk"
      about={`${id} was changed outside this window. Left: the file as it is now. Right: your text.`}
      size="wide"
      onClose={onClose}
    >
      <Suspense fallback={<div className="difference" />}>
        <Difference before={theirs} after={mine} />
      </Suspense>
      <div className="dialog-actions">
        <Button onClick={onClose}>Decide later</Button>
        <Button onClick={act(() => void files.askForName(id))}>Save mine as…</Button>
        <Button onClick={act(() => void files.takeTheirs(id))}>Take the file</Button>
        <Button kind="danger" onClick={act(() => void files.overwrite(id, revision))}>
          Overwrite with mine
        </Button>
      </div>
    </Dialog>
  );
}
