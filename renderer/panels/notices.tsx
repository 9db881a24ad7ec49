import { useStore } from 'zustand/react';
import { useStores } from '../state/use-stores.ts';
import { IconButton } from '../ui/button.tsx';

/** News and troubles in the corner, at most three; a newer word on the same subject replaces the older. */
export function Notices() {
  const { notices } = useStores();
  const list = useStore(notices.store, (state) => state.list);
  return (
    <div className="notices" aria-live="polite">
      {list.map((notice) => (
        <div
          key={notice.key}
          className={`notice notice-${notice.tone}`}
          role={notice.tone === 'trouble' ? 'alert' : 'status'}
        >
          <p>{notice.text}</p>
          <IconButton icon="close" label="Dismiss" onClick={() => notices.dismiss(notice.key)} />
        </div>
      ))}
    </div>
  );
}
