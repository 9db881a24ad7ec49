import { useMemo, useState } from 'react';
import { isDirty } from '../state/documents.ts';
import { type LibraryNode, libraryTree, shortTitle } from '../state/library.ts';
import { useDocuments, useLibrary, useStores } from '../state/use-stores.ts';
import { IconButton } from '../ui/button.tsx';
import { Icon } from '../ui/icon.tsx';

/** The scenario files, variants under their base. */
export function LibraryPanel() {
  const { dialogs } = useStores();
  const refs = useLibrary((state) => state.refs);
  const name = useLibrary((state) => state.app?.library ?? '');
  const [filter, setFilter] = useState('');
  const groups = useMemo(() => grouped(refs, filter), [refs, filter]);
  return (
    <nav className="panel library" aria-label="Library">
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
        {groups.map(({ title, nodes }) => (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <Branch nodes={nodes} depth={0} baseTitle="" />
          </section>
        ))}
      </div>
    </nav>
  );
}

interface BranchProps {
  readonly nodes: readonly LibraryNode[];
  readonly depth: number;
  readonly baseTitle: string;
}

function Branch({ nodes, depth, baseTitle }: BranchProps) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.ref.id}>
          <Row node={node} depth={depth} title={shortTitle(node.ref.title, baseTitle)} />
          {node.variants.length > 0 ? (
            <Branch nodes={node.variants} depth={depth + 1} baseTitle={node.ref.title} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  readonly node: LibraryNode;
  readonly depth: number;
  readonly title: string;
}

function Row({ node, depth, title }: RowProps) {
  const { files } = useStores();
  const { ref } = node;
  const isActive = useDocuments((state) => state.activeId === ref.id);
  const isChanged = useDocuments((state) => state.open.some((one) => one.id === ref.id && isDirty(one)));
  return (
    <button
      type="button"
      className={isActive ? 'library-row library-row-active' : 'library-row'}
      style={{ paddingLeft: 8 + depth * 14 }}
      aria-current={isActive ? 'page' : undefined}
      title={`${ref.title}\n${ref.id}${ref.isReadOnly ? ' (read-only)' : ''}`}
      onClick={() => void files.open(ref.id)}
    >
      {depth > 0 ? <span className="library-twig" aria-hidden="true" /> : null}
      <span className="library-title">{title}</span>
      {isChanged ? <span className="dirty-dot" role="img" aria-label="unsaved changes" /> : null}
    </button>
  );
}

const titles = {
  scenario: 'Scenarios',
  comparison: 'Comparisons',
  template: 'Templates',
  catalogue: 'Catalogues',
};

function grouped(refs: Parameters<typeof libraryTree>[0], filter: string) {
  const wanted = filter.trim().toLowerCase();
  const found =
    wanted === '' ? refs : refs.filter((ref) => `${ref.title} ${ref.id}`.toLowerCase().includes(wanted));
  return (['scenario', 'comparison', 'template', 'catalogue'] as const)
    .map((kind) => ({ title: titles[kind], nodes: libraryTree(found.filter((ref) => ref.kind === kind)) }))
    .filter((group) => group.nodes.length > 0);
}
