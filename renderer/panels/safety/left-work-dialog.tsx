import { useEffect, useState } from 'react';
import { useStore } from 'zustand/react';
import type { LeftWork } from '#shared/contract/safety.ts';
import type { LookedAt } from '../../state/safety/left-work.ts';
import { useStores } from '../../state/use-stores.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DifferenceView } from './difference-view.tsx';
import { momentText } from './moment-text.ts';

const standing: Readonly<Record<LeftWork['file'], string>> = {
  same: 'The file is as it was.',
  changed: 'The file has changed since; recovering joins the two where they do not meet.',
  gone: 'The file is no longer there.',
  'never-saved': 'It was never saved.',
};

/** Offers unsaved work that was left when a window or the program ended without a farewell. */
export function LeftWorkDialog({ onClose }: { readonly onClose: () => void }) {
  const { leftWorks } = useStores().safety;
  const list = useStore(leftWorks.store, (state) => state.list);
  const [chosen, setChosen] = useState<string | null>(null);
  const work = list.find((one) => one.key === chosen) ?? list[0] ?? null;
  const [shown, setShown] = useState<LookedAt | null>(null);
  useEffect(() => void leftWorks.refresh(), [leftWorks]);
  useEffect(() => {
    let isWanted = true;
    setShown(null);
    if (work) void leftWorks.lookAt(work).then((found) => isWanted && setShown(found));
    return () => {
      isWanted = false;
    };
  }, [work, leftWorks]);
  const act = async (what: (work: LeftWork) => Promise<void>) => {
    if (!work) return;
    await what(work);
    if (leftWorks.store.getState().list.every((one) => one.isInUse)) onClose();
  };
  if (work === null) {
    return (
      <Dialog title="No unsaved work" about="Everything is in its file." onClose={onClose}>
        <div className="dialog-actions">
          <Button onClick={onClose}>Close</Button>
        </div>
      </Dialog>
    );
  }
  return (
    <Dialog
      title="Unsaved work was found"
      about="It was being edited when Offtake ended. Left: the file as it is now. Right: what was not saved."
      size="wide"
      onClose={onClose}
    >
      <ul className="safety-list" aria-label="Unsaved work">
        {list.map((one) => (
          <li key={one.key}>
            <button
              type="button"
              aria-pressed={one.key === work.key}
              className="safety-item"
              onClick={() => setChosen(one.key)}
            >
              <span>{one.id}</span>
              <span>{momentText(one.at)}</span>
              <span>{one.isInUse ? 'Open in another window.' : standing[one.file]}</span>
            </button>
          </li>
        ))}
      </ul>
      {shown ? (
        <DifferenceView before={shown.file ?? ''} after={shown.left.text} />
      ) : (
        <div className="difference" />
      )}
      <div className="dialog-actions">
        <Button onClick={onClose}>Decide later</Button>
        <Button kind="danger" disabled={work.isInUse} onClick={() => void act(leftWorks.discard)}>
          Let it go
        </Button>
        <Button kind="main" onClick={() => void act(leftWorks.recover)}>
          Recover
        </Button>
      </div>
    </Dialog>
  );
}
