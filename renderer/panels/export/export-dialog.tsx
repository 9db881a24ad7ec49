import { useEffect } from 'react';
import { useExport, useExporter } from '../../state/export/use-exporter.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ChangesView } from './changes-view.tsx';
import { ExportChoice } from './export-choice.tsx';
import { handOver } from './hand-over.ts';
import { TravelsView } from './travels-view.tsx';
import { useScenariosToBegin } from './use-scenarios-to-begin.ts';

/** Takes numbers out of the program in two steps: choosing, and a look at what would travel before anything is written. */
export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const exporter = useExporter();
  const step = useExport((state) => state.step);
  const work = useExport((state) => state.work);
  const fault = useExport((state) => state.fault);
  const travels = useExport((state) => state.travels);
  const changes = useExport((state) => state.changes);
  const isReady = useExport(({ draft }) => draft.scenarios.length > 0);
  const begin = useScenariosToBegin();
  useEffect(() => exporter.begin(begin()), [exporter, begin]);
  const close = () => {
    exporter.cancel();
    onClose();
  };
  const save = async () => {
    const saved = await exporter.save();
    if (saved === null) return;
    handOver(saved);
    onClose();
  };
  return (
    <Dialog
      title={step === 'choose' ? 'Export' : 'What travels with this file'}
      about={
        step === 'choose'
          ? 'Everything written says which run it is from and that it is conditional on its assumptions.'
          : 'Nothing has been written yet.'
      }
      size="wide"
      onClose={close}
    >
      <div className="export-body">
        {step === 'choose' ? <ExportChoice /> : null}
        {step === 'check' && travels ? <TravelsView travels={travels} /> : null}
        {step === 'check' && changes ? <ChangesView changes={changes} /> : null}
      </div>
      <div className="export-state" role="status">
        {work ? (
          <>
            <progress max={1} value={work.fraction} aria-label={work.what} />
            <span>{work.what}…</span>
          </>
        ) : null}
        {fault ? <span className="bad">{fault}</span> : null}
      </div>
      <div className="dialog-actions">
        {work ? <Button onClick={exporter.cancel}>Cancel</Button> : <Button onClick={close}>Close</Button>}
        {step === 'check' && !work ? <Button onClick={exporter.back}>Back</Button> : null}
        {step === 'choose' ? (
          <Button kind="main" disabled={!isReady || work !== null} onClick={() => void exporter.check()}>
            See what travels
          </Button>
        ) : (
          <Button
            kind="main"
            disabled={work !== null || (travels === null && changes === null)}
            onClick={() => void save()}
          >
            Save…
          </Button>
        )}
      </div>
    </Dialog>
  );
}
