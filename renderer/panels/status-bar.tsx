import { type Fan, ringLabel } from '#shared/view/bands.ts';
import { formatNumber } from '#shared/view/format.ts';
import { isDirty } from '../state/documents.ts';
import { useActiveDocument, useActiveRun, useLibrary } from '../state/use-stores.ts';
import { useDelayed } from '../ui/use-delayed.ts';

/** The line at the foot: file, draws, engine. Every part keeps its place. */
export function StatusBar() {
  const document = useActiveDocument();
  const run = useActiveRun();
  const app = useLibrary((state) => state.app);
  // The text on screen has been asked about and not been answered, neither by figures nor by faults.
  const isAsked = document !== null && run.edit !== document.edit && !run.isOld;
  const isSlow = useDelayed(isAsked);
  const took = run.result?.took;
  const milliseconds = took ? took.read + took.compile + took.project : 0;
  return (
    <footer className="status">
      <span className="status-file">
        {document ? `${document.id} · ${fileState(document)}` : 'no scenario open'}
      </span>
      <span className="status-work">{isSlow ? 'working…' : drawsText(run.isFanOld ? null : run.fan)}</span>
      <span className="status-end">{took ? `${milliseconds.toFixed(1)} ms` : ''}</span>
      <span>{run.result ? `seed ${run.result.seed}` : ''}</span>
      <span title="How many threads the engine may use">
        {app ? `${app.threads} thread${app.threads === 1 ? '' : 's'}` : ''}
      </span>
      <span title="Offtake never uses the network">offline</span>
      <span>{app ? `v${app.version}` : ''}</span>
    </footer>
  );
}

/** How far the draws are while they are made, and what they have come to. */
function drawsText(fan: Fan | null): string {
  const isUnderWay = fan !== null && fan.done > 0 && !fan.isSettled && fan.done < fan.wanted;
  if (!isUnderWay) return ringLabel(fan);
  const [done, wanted] = [fan.done, fan.wanted].map((draws) => formatNumber(draws, 0));
  return `${done} of ${wanted} draws`;
}

function fileState(document: Parameters<typeof isDirty>[0]): string {
  if (document.outsideRevision !== null) return 'changed on disk';
  if (document.ref === null) return 'not saved yet';
  if (document.isReadOnly) return isDirty(document) ? 'read-only, changed' : 'read-only';
  return isDirty(document) ? 'unsaved changes' : 'saved';
}
