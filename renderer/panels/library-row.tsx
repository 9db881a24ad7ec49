import type { MouseEvent } from 'react';
import type { ScenarioRef } from '#shared/contract/calls.ts';
import { shortTitle } from '#shared/view/compare/short-title.ts';
import { isDirty } from '../state/documents.ts';
import type { LibraryNode } from '../state/library.ts';
import { useDocuments, useStores } from '../state/use-stores.ts';
import { CompareTick } from './compare/compare-tick.tsx';

/** Asks for the menu of a file at a point of the window. */
export type OpenMenu = (item: ScenarioRef, at: { readonly x: number; readonly y: number }) => void;

interface BranchProps {
  readonly nodes: readonly LibraryNode[];
  readonly depth: number;
  readonly baseTitle: string;
  readonly onMenu: OpenMenu;
}

/** Scenarios that stand on the same base, each with the variants under it. */
export function LibraryBranch({ nodes, depth, baseTitle, onMenu }: BranchProps) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.ref.id}>
          <div className="library-line">
            <Row
              item={node.ref}
              depth={depth}
              title={shortTitle(node.ref.title, baseTitle)}
              onMenu={onMenu}
            />
            <CompareTick item={node.ref} />
          </div>
          {node.variants.length > 0 ? (
            <LibraryBranch
              nodes={node.variants}
              depth={depth + 1}
              baseTitle={node.ref.title}
              onMenu={onMenu}
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

interface RowProps {
  readonly item: ScenarioRef;
  readonly depth: number;
  readonly title: string;
  readonly onMenu: OpenMenu;
}

function Row({ item, depth, title, onMenu }: RowProps) {
  const { files, comparison } = useStores();
  const isActive = useDocuments((state) => state.activeId === item.id);
  const isChanged = useDocuments((state) => state.open.some((one) => one.id === item.id && isDirty(one)));
  const menu = (event: MouseEvent<HTMLButtonElement>) => {
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    // The menu key has no pointer: the menu opens under the row.
    const isByKey = event.clientX === 0 && event.clientY === 0;
    onMenu(item, isByKey ? { x: box.left + 16, y: box.bottom } : { x: event.clientX, y: event.clientY });
  };
  return (
    <button
      type="button"
      className={isActive ? 'library-row library-row-active' : 'library-row'}
      style={{ paddingLeft: 8 + depth * 14 }}
      aria-current={isActive ? 'page' : undefined}
      title={`${item.title}\n${item.id}${item.isReadOnly ? ' (read-only)' : ''}`}
      onClick={() => void (item.kind === 'comparison' ? comparison.openFile(item.id) : files.open(item.id))}
      onContextMenu={menu}
    >
      {depth > 0 ? <span className="library-twig" aria-hidden="true" /> : null}
      <span className="library-title">{title}</span>
      {isChanged ? <span className="dirty-dot" role="img" aria-label="unsaved changes" /> : null}
    </button>
  );
}
