import { type FormEvent, useState } from 'react';
import { idFromName } from '../../state/library.ts';
import { useLibrary, useStores } from '../../state/use-stores.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RenameEffects } from './rename-effects.tsx';

interface NameDialogProps {
  readonly purpose: 'save-as' | 'new' | 'rename' | 'variant';
  readonly id: string;
  readonly onClose: () => void;
}

const words = {
  'save-as': { title: 'Save as', about: 'The text is saved to a new file in the library.', act: 'Save' },
  new: {
    title: 'New scenario',
    about: 'Starts from a small deal that runs; change it line by line.',
    act: 'Create',
  },
  rename: {
    title: 'Rename',
    about: 'The file gets another name; what builds on it is rewritten to name it so.',
    act: 'Rename',
  },
  variant: {
    title: 'New variant',
    about: 'Extends this scenario: write down only what differs.',
    act: 'Create',
  },
};

/** Asks for the name of a scenario file and shows the file it will become. */
export function NameDialog({ purpose, id, onClose }: NameDialogProps) {
  const { files, documents } = useStores();
  const refs = useLibrary((state) => state.refs);
  const [name, setName] = useState(() => suggestion(purpose, id, documents.find(id)?.ref?.title ?? ''));
  const target = idFromName(name);
  // A new name that is still the old one is neither taken nor anything to do.
  const isSame = purpose === 'rename' && target === id;
  const isFree = purpose === 'variant' || purpose === 'new' || isSame;
  const isTaken = !isFree && refs.some((ref) => ref.id === target);
  const isReady = !isTaken && !isSame && name.trim() !== '';
  const { title, about, act } = words[purpose];

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (!isReady) return;
    if (purpose === 'new') files.create(name.trim());
    else if (purpose === 'variant') files.createVariant(id, name.trim());
    else {
      const isDone = await (purpose === 'rename' ? files.rename(id, name) : files.saveAs(id, name));
      if (!isDone) return;
    }
    onClose();
  };
  return (
    <Dialog title={title} about={about} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)}>
        <label className="field">
          <span>Name</span>
          <input value={name} onChange={(event) => setName(event.target.value)} />
        </label>
        <p className={isTaken ? 'field-note bad' : 'field-note'}>
          {isTaken ? `${target} exists already: choose another name.` : `File: ${target}`}
        </p>
        {purpose === 'rename' && isReady && <RenameEffects id={id} to={target} />}
        <div className="dialog-actions">
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="main" type="submit" disabled={!isReady}>
            {act}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function suggestion(purpose: NameDialogProps['purpose'], id: string, title: string): string {
  const stem = id.replace(/\.scenario\.yaml$/, '');
  if (purpose === 'new') return 'New scenario';
  if (purpose === 'variant') return `${title === '' ? stem : title}, variant`;
  return purpose === 'rename' ? stem : `${stem}-2`;
}
