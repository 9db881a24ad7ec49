import type { Dialog } from '../../state/dialogs.ts';
import { useStores } from '../../state/use-stores.ts';
import { SeekDialog } from '../analysis/seek-dialog.tsx';
import { SweepDialog } from '../analysis/sweep-dialog.tsx';
import { ExportDialog } from '../export/export-dialog.tsx';
import { LeftWorkDialog } from '../safety/left-work-dialog.tsx';
import { VersionsDialog } from '../safety/versions-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { MeasuresDialog } from './measures-dialog.tsx';
import { NameDialog } from './name-dialog.tsx';
import { Palette, type PaletteEntry } from './palette.tsx';
import { ReferenceDialog } from './reference-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

interface DialogHostProps {
  readonly dialog: Dialog;
  readonly entries: readonly PaletteEntry[];
}

/** Shows the dialog that is open. */
export function DialogHost({ dialog, entries }: DialogHostProps) {
  const { dialogs } = useStores();
  const close = dialogs.close;
  switch (dialog.kind) {
    case 'palette':
      return <Palette entries={entries} find={dialog.find} onClose={close} />;
    case 'name':
      return <NameDialog purpose={dialog.purpose} id={dialog.id} onClose={close} />;
    case 'close':
      return <CloseDialog id={dialog.id} onClose={close} />;
    case 'remove':
      return <RemoveDialog id={dialog.id} onClose={close} />;
    case 'conflict':
      return <ConflictDialog {...dialog} onClose={close} />;
    case 'seek':
      return <SeekDialog onClose={close} />;
    case 'sweep':
      return <SweepDialog onClose={close} />;
    case 'export':
      return <ExportDialog onClose={close} />;
    case 'measures':
      return <MeasuresDialog onClose={close} />;
    case 'left-work':
      return <LeftWorkDialog onClose={close} />;
    case 'versions':
      return <VersionsDialog id={dialog.id} onClose={close} />;
    case 'reference':
      return <ReferenceDialog find={dialog.find} onClose={close} />;
  }
}
