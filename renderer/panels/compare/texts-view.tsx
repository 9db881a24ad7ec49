import { lazy, Suspense } from 'react';
import { useComparison } from '../../state/comparison/use-comparison.ts';
import { useStores } from '../../state/use-stores.ts';
import { useNames } from './names.ts';

const SideBySide = lazy(async () => ({
  default: (await import('../../editor/side-by-side.tsx')).SideBySide,
}));

/** The texts of the base and of the chosen scenario, scrolled together by what they speak of. */
export function TextsView({ theme }: { readonly theme: string }) {
  const { documents, files, histories } = useStores();
  const base = useComparison((state) => state.members.find(({ id }) => id === state.base)?.source ?? null);
  const other = useComparison((state) => state.members.find(({ id }) => id === state.other)?.source ?? null);
  const name = useNames();
  if (base === null || other === null) return <p className="empty">Two scenarios that read are needed.</p>;
  const edit = (id: string, text: string) => {
    const open = documents.find(id) ? Promise.resolve() : openQuietly(id);
    void open.then(() => documents.edit(id, text));
  };
  const openQuietly = async (id: string) => {
    const before = documents.store.getState().activeId;
    await files.open(id);
    if (before !== null) documents.activate(before);
  };
  return (
    <div className="compare-view compare-texts">
      <div className="compare-text-heads">
        <h3 title={base.id}>{name(base.id)}</h3>
        <h3 title={other.id}>{name(other.id)}</h3>
      </div>
      <Suspense fallback={<div className="side-by-side" />}>
        <SideBySide
          key={`${base.id} ${other.id}`}
          left={base}
          right={other}
          theme={theme}
          undoMemory={histories}
          onEdit={edit}
        />
      </Suspense>
    </div>
  );
}
