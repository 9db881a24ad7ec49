import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isComparisonPage } from '#shared/export/pages/standing-pages.ts';
import { useExport, useExporter } from '../../state/export/use-exporter.ts';
import { IconButton } from '../../ui/button.tsx';
import { usePageNames } from './use-page-names.ts';

/** The pages chosen, in the order in which they will stand: moved with their buttons or with Alt and the arrow keys. */
export function PageOrder() {
  const exporter = useExporter();
  const chosen = useExport((state) => state.draft.pages);
  const isPair = useExport((state) => state.draft.scenarios.length > 1);
  const nameOf = usePageNames();
  const move = (at: number, by: -1 | 1) => {
    const to = at + by;
    const [page, other] = [chosen[at], chosen[to]];
    if (page === undefined || other === undefined) return;
    exporter.choosePages(chosen.map((one, place) => (place === at ? other : place === to ? page : one)));
  };
  const list = useRef<HTMLOListElement>(null);
  const kept = useRef<{ readonly at: number; readonly act: string } | null>(null);
  // The page that was moved keeps the keyboard, though its place in the document is another one now.
  useEffect(() => {
    if (kept.current === null || chosen.length === 0) return;
    const { at, act } = kept.current;
    kept.current = null;
    const buttons = list.current?.children[at]?.querySelectorAll<HTMLButtonElement>('button:enabled') ?? [];
    const [first] = buttons;
    ([...buttons].find((button) => button.dataset.act === act) ?? first)?.focus();
  }, [chosen]);
  const walk = (at: number) => (event: KeyboardEvent<HTMLLIElement>) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (!event.altKey || by === null) return;
    event.preventDefault();
    const to = at + by;
    if (to < 0 || to >= chosen.length) return;
    const act =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset.act : undefined;
    kept.current = { at: to, act: act ?? 'up' };
    move(at, by);
  };
  return (
    <ol ref={list} className="export-order" aria-label="Pages in their order">
      {chosen.map((id, at) => (
        <li key={id} onKeyDown={walk(at)}>
          <span className="export-place">{at + 1}</span>
          <span className="export-page-name" title={id}>
            {nameOf(id)}
            {isComparisonPage(id) && !isPair ? (
              <span className="export-meaning"> needs a second scenario</span>
            ) : null}
          </span>
          <IconButton
            icon="up"
            data-act="up"
            label={`Move up: ${nameOf(id)}`}
            keys="Alt+↑"
            disabled={at === 0}
            onClick={() => move(at, -1)}
          />
          <IconButton
            icon="down"
            data-act="down"
            label={`Move down: ${nameOf(id)}`}
            keys="Alt+↓"
            disabled={at === chosen.length - 1}
            onClick={() => move(at, 1)}
          />
          <IconButton
            icon="close"
            data-act="off"
            label={`Take off: ${nameOf(id)}`}
            onClick={() => exporter.choosePages(chosen.filter((one) => one !== id))}
          />
        </li>
      ))}
    </ol>
  );
}
