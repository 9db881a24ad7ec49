import { useEffect, useState } from 'react';
import type { RenameEffects as Effects } from '#shared/contract/calls.ts';
import { useStores } from '../../state/use-stores.ts';

/** Typing of a name is waited for, since every file of the library is looked through. */
const quietMilliseconds = 200;

interface RenameEffectsProps {
  readonly id: string;
  readonly to: string;
}

/** Shows the lines that will be rewritten in files that build on the renamed one. */
export function RenameEffects({ id, to }: RenameEffectsProps) {
  const { host } = useStores();
  const [effects, setEffects] = useState<Effects | null>(null);
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(async () => {
      const reply = await host.call('scenario.rename-effects', { id, to });
      if (isWanted) setEffects(reply.ok ? reply.value : null);
    }, quietMilliseconds);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [host, id, to]);
  if (effects === null || effects.changes.length + effects.stuck.length === 0) return null;
  return (
    <>
      <p className="field-note">Lines that are rewritten, so that nothing loses its base:</p>
      <ul className="rename-effects" aria-label="Lines that are rewritten">
        {effects.changes.map((change) => (
          <li key={`${change.id} ${change.before}`}>
            <span>{change.id}</span>
            <del>{change.before}</del>
            <ins>{change.after}</ins>
          </li>
        ))}
        {effects.stuck.map((one) => (
          <li key={one.id} className="bad">
            <span>{one.id}</span>
            <span>{one.message}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
