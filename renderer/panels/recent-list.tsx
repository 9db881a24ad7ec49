import { useMemo } from 'react';
import { recentRefs } from '../state/recent.ts';
import { useDocuments, useLibrary, useSettings, useStores } from '../state/use-stores.ts';

/** What was open last and is not now; nothing at all where that is nothing. */
export function RecentList() {
  const { files } = useStores();
  const recent = useSettings((state) => state.recent);
  const refs = useLibrary((state) => state.refs);
  const open = useDocuments((state) => state.open);
  const list = useMemo(() => recentRefs(recent, refs, open), [recent, refs, open]);
  if (list.length === 0) return null;
  return (
    <section aria-label="Recent">
      <h3>Recent</h3>
      <ul>
        {list.map((ref) => (
          <li key={ref.id}>
            <button
              type="button"
              className="library-row"
              style={{ paddingLeft: 8 }}
              title={`${ref.title}\n${ref.id}`}
              onClick={() => void files.open(ref.id)}
            >
              <span className="library-title">{ref.title}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
