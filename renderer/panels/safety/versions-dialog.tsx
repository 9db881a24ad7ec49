import { useCallback, useEffect, useState } from 'react';
import type { Version, VersionCause } from '#shared/contract/safety.ts';
import { useStores } from '../../state/use-stores.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DifferenceView } from './difference-view.tsx';
import { momentText } from './moment-text.ts';

const causes: Readonly<Record<VersionCause, string>> = {
  saved: 'saved',
  replaced: 'before a save or removal',
  unsaved: 'unsaved work that was let go',
  kept: 'kept on request',
};

interface VersionsDialogProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** The earlier texts of a scenario: looked at beside the text of now, named, and brought back. */
export function VersionsDialog({ id, onClose }: VersionsDialogProps) {
  const { host, documents, notices } = useStores();
  const now = documents.find(id)?.text ?? '';
  const [list, setList] = useState<readonly Version[] | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [text, setText] = useState<string | null>(null);
  const [name, setName] = useState('');
  const version = list?.find((one) => one.number === chosen) ?? null;

  const refresh = useCallback(async () => {
    const reply = await host.call('versions.list', { id });
    if (!reply.ok) return notices.warn('versions', reply.error);
    setList(reply.value);
    setChosen((number) => number ?? reply.value[0]?.number ?? null);
  }, [host, id, notices]);
  useEffect(() => void refresh(), [refresh]);
  useEffect(() => {
    let isWanted = true;
    setText(null);
    if (chosen !== null) {
      void host.call('versions.read', { id, number: chosen }).then((reply) => {
        if (isWanted && reply.ok) setText(reply.value.text);
      });
    }
    return () => {
      isWanted = false;
    };
  }, [host, id, chosen]);
  useEffect(() => setName(version?.name ?? ''), [version]);

  const giveName = async () => {
    if (version === null) return;
    const wanted = name.trim() === '' ? null : name.trim();
    const reply = await host.call('versions.name', { id, number: version.number, name: wanted });
    if (!reply.ok) notices.warn('versions', reply.error);
    await refresh();
  };
  const keepNow = async () => {
    const own = name.trim() === (version?.name ?? '') ? '' : name.trim();
    const reply = await host.call('versions.keep', {
      id,
      text: now,
      name: own || momentText(new Date().toISOString()),
    });
    if (!reply.ok) return notices.warn('versions', reply.error);
    setChosen(reply.value.number);
    await refresh();
  };
  const restore = () => {
    if (text !== null) documents.edit(id, text);
    onClose();
  };

  return (
    <Dialog
      title="Versions"
      about={`Earlier texts of ${id}. Left: the version. Right: the text as it is now. Named versions stay for ever.`}
      size="wide"
      onClose={onClose}
    >
      <ul className="safety-list" aria-label="Versions">
        {list?.length === 0 ? (
          <li className="safety-empty">None yet: the first is made by the first save.</li>
        ) : null}
        {list?.map((one) => (
          <li key={one.number}>
            <button
              type="button"
              aria-pressed={one.number === chosen}
              className="safety-item"
              onClick={() => setChosen(one.number)}
            >
              <span>{one.name ?? momentText(one.at)}</span>
              <span>{one.name === null ? '' : momentText(one.at)}</span>
              <span>{causes[one.cause]}</span>
            </button>
          </li>
        ))}
      </ul>
      {text === null ? <div className="difference" /> : <DifferenceView before={text} after={now} />}
      <div className="field">
        <label htmlFor="version-name">Name</label>
        <input
          id="version-name"
          value={name}
          maxLength={120}
          placeholder="such as “sent to the bank”"
          onChange={(event) => setName(event.target.value)}
        />
        <Button
          disabled={version === null || (version.name ?? '') === name.trim()}
          onClick={() => void giveName()}
        >
          Name this version
        </Button>
      </div>
      <div className="dialog-actions">
        <Button onClick={() => void keepNow()}>Keep the text of now</Button>
        <Button onClick={onClose}>Close</Button>
        <Button kind="main" disabled={text === null || text === now} onClick={restore}>
          Restore this version
        </Button>
      </div>
    </Dialog>
  );
}
