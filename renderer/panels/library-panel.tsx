import { type DragEvent, lazy, Suspense, useMemo, useState } from 'react';
import type { ScenarioRef } from '#shared/contract/calls.ts';
import { libraryTree } from '../state/library.ts';
import { useLibrary, useStores } from '../state/use-stores.ts';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';
import { LibraryBranch, type OpenMenu } from './library-row.tsx';
import { RecentList } from './recent-list.tsx';

const LibraryMenu = lazy(async () => ({ default: (await import('./library-menu.tsx')).LibraryMenu }));

/** The scenario files, variants under their base. Files dragged in are taken into the library. */
export function LibraryPanel() {
  const { dialogs, files } = useStores();
  const refs = useLibrary((state) => state.refs);
  const name = useLibrary((state) => state.app?.library ?? '');
  const [filter, setFilter] = useState('');
  const [menu, setMenu] = useState<{ item: ScenarioRef; at: Parameters<OpenMenu>[1] } | null>(null);
  const [isOver, setOver] = useState(false);
  const groups = useMemo(() => grouped(refs, filter), [refs, filter]);
  const over = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(true);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    for (const file of event.dataTransfer.files)
      void file.text().then((text) => files.bringIn(file.name, text));
  };
  return (
    <nav
      className={isOver ? 'panel library library-over' : 'panel library'}
      aria-label="Library"
      onDragOver={over}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <header className="panel-bar">
        <h2 title={name}>{name === '' ? 'Library' : name}</h2>
        <div className="panel-bar-end">
          <IconButton
            icon="add"
            label="New scenario"
            keys="Ctrl+N"
            onClick={() => dialogs.show({ kind: 'name', purpose: 'new', id: '' })}
          />
        </div>
      </header>
      <label className="library-filter">
        <Icon name="search" />
        <input
          type="search"
          placeholder="Filter"
          aria-label="Filter the library"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </label>
      <div className="library-list">
        {filter.trim() === '' ? <RecentList /> : null}
        {groups.map(({ title, nodes }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <LibraryBranch
              nodes={nodes}
              depth={0}
              baseTitle=""
              onMenu={(item, at) => setMenu({ item, at })}
            />
          </section>
        ))}
      </div>
      <Suspense fallback={null}>
        {menu ? <LibraryMenu item={menu.item} at={menu.at} onClose={() => setMenu(null)} /> : null}
      </Suspense>
    </nav>
  );
}

const titles = {
  scenario: 'Scenarios',
  comparison: 'Comparisons',
  template: 'Templates',
  catalogue: 'Catalogues',
};

function grouped(refs: readonly ScenarioRef[], filter: string) {
  const wanted = filter.trim().toLowerCase();
  const found =
    wanted === '' ? refs : refs.filter((ref) => `${ref.title} ${ref.id}`.toLowerCase().includes(wanted));
  return (['scenario', 'comparison', 'template', 'catalogue'] as const)
    .map((kind) => ({ title: titles[kind], nodes: libraryTree(found.filter((ref) => ref.kind === kind)) }))
    .filter((group) => group.nodes.length > 0);
}
