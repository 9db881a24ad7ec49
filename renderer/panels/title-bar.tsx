import { isDirty, type OpenDocument } from '../state/documents.ts';
import type { Theme } from '../state/settings.ts';
import { useDocuments, useLayout, useSettings, useStores } from '../state/use-stores.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { CompareButton } from './compare/compare-button.tsx';
import { ExportButton } from './export/export-button.tsx';

const themes: readonly Theme[] = ['system', 'light', 'dark', 'high-contrast'];

/** The open scenarios as tabs, and what can be done with the one on screen. */
export function TitleBar() {
  const { documents, files, layout, dialogs, settings } = useStores();
  const theme = useSettings((state) => state.theme);
  const nextTheme = () =>
    settings.store.setState({ theme: themes[(themes.indexOf(theme) + 1) % themes.length] ?? 'system' });
  const open = useDocuments((state) => state.open);
  const activeId = useDocuments((state) => state.activeId);
  const isLibraryOpen = useLayout((state) => state.isLibraryOpen);
  const active = open.find((one) => one.id === activeId) ?? null;
  return (
    <header className="title-bar">
      <h1 className="unseen">{active === null ? 'Offtake' : `${nameOf(active)} – Offtake`}</h1>
      <IconButton
        icon="library"
        label={isLibraryOpen ? 'Hide the library' : 'Show the library'}
        keys="Ctrl+B"
        isOn={isLibraryOpen}
        onClick={() => layout.setState({ isLibraryOpen: !isLibraryOpen })}
      />
      <nav className="doc-tabs" aria-label="Open scenarios">
        {open.map((document) => (
          <DocumentTab
            key={document.id}
            document={document}
            isActive={document.id === activeId}
            onShow={() => documents.activate(document.id)}
            onClose={() => files.close(document.id)}
          />
        ))}
      </nav>
      <div className="title-actions">
        <CompareButton />
        <ExportButton />
        <Button
          disabled={active === null || !isDirty(active)}
          title="Save (Ctrl+S)"
          onClick={() => active && void files.save(active.id)}
        >
          Save
        </Button>
        <Button
          disabled={active === null}
          title="Save as (Ctrl+Shift+S)"
          onClick={() => active && void files.askForName(active.id)}
        >
          Save as…
        </Button>
        <IconButton icon="moon" label={`Theme: ${theme.replace('-', ' ')}. Change it`} onClick={nextTheme} />
        <Button title="All commands (Ctrl+K)" onClick={() => dialogs.show({ kind: 'palette', find: '' })}>
          <kbd>Ctrl K</kbd>
        </Button>
      </div>
    </header>
  );
}

interface DocumentTabProps {
  readonly document: OpenDocument;
  readonly isActive: boolean;
  readonly onShow: () => void;
  readonly onClose: () => void;
}

function DocumentTab({ document, isActive, onShow, onClose }: DocumentTabProps) {
  const name = nameOf(document);
  return (
    <div className={isActive ? 'doc-tab doc-tab-active' : 'doc-tab'}>
      <button
        type="button"
        aria-current={isActive ? 'page' : undefined}
        className="doc-tab-name"
        title={document.id}
        onClick={onShow}
      >
        {name}
        {isDirty(document) ? <span className="dirty-dot" role="img" aria-label="unsaved changes" /> : null}
      </button>
      <IconButton icon="close" label={`Close ${name}`} className="doc-tab-close" onClick={onClose} />
    </div>
  );
}

function nameOf(document: OpenDocument): string {
  return document.ref?.title ?? document.id.replace(/\.scenario\.yaml$/, '');
}
