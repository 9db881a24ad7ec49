import { useCallback, useState } from 'react';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import type { Problem } from '#shared/scenario/problem.ts';
import { BottomPanel } from '../panels/bottom-panel.tsx';
import { EditorPanel } from '../panels/editor-panel.tsx';
import { LibraryPanel } from '../panels/library-panel.tsx';
import { ResultsPanel } from '../panels/results-panel.tsx';
import { StatusBar } from '../panels/status-bar.tsx';
import { TitleBar } from '../panels/title-bar.tsx';
import type { Theme } from '../state/settings.ts';
import { useLayout, useSettings, useStores } from '../state/use-stores.ts';
import { useTheme } from '../ui/use-theme.ts';

const themeOrder: readonly Theme[] = ['system', 'light', 'dark', 'high-contrast'];

/** The window: bar, three areas side by side, details beneath, status at the foot. */
export function Frame() {
  const { settings, layout, files } = useStores();
  const choice = useSettings((state) => state.theme);
  const theme = useTheme(choice);
  const isLibraryOpen = useLayout((state) => state.isLibraryOpen);
  const isBottomOpen = useLayout((state) => state.bottom !== null);
  const sizes = useLayout((state) => state.sizes);
  const [reveal, setReveal] = useState<{ from: number; to: number } | null>(null);

  const keepSizes = (group: string) => (kept: Layout) =>
    layout.setState((state) => ({ sizes: { ...state.sizes, [group]: kept } }));
  const showProblem = useCallback(
    (problem: Problem) => {
      if (problem.file === undefined) setReveal({ from: problem.from, to: problem.to });
      else void files.open(problem.file);
    },
    [files],
  );
  const nextTheme = () =>
    settings.store.setState({
      theme: themeOrder[(themeOrder.indexOf(choice) + 1) % themeOrder.length] ?? 'system',
    });
  const areas = isLibraryOpen ? 'areas' : 'areas-without-library';

  return (
    <div className="frame">
      <TitleBar onTheme={nextTheme} />
      <Group orientation="vertical" className="frame-body">
        <Panel id="top" minSize={240}>
          <Group
            orientation="horizontal"
            defaultLayout={sizes[areas]}
            onLayoutChanged={(kept, meta) => meta.isUserInteraction && keepSizes(areas)(kept)}
          >
            {isLibraryOpen ? (
              <>
                <Panel
                  id="library"
                  defaultSize={192}
                  minSize={140}
                  maxSize={400}
                  groupResizeBehavior="preserve-pixel-size"
                >
                  <LibraryPanel />
                </Panel>
                <Separator className="splitter" aria-label="Width of the library" />
              </>
            ) : null}
            <Panel id="editor" defaultSize="31%" minSize={220}>
              <EditorPanel theme={theme} reveal={reveal} />
            </Panel>
            <Separator className="splitter" aria-label="Width of the editor" />
            <Panel id="results" minSize={380}>
              <ResultsPanel theme={theme} onExplain={() => undefined} />
            </Panel>
          </Group>
        </Panel>
        {isBottomOpen ? (
          <>
            <Separator className="splitter splitter-flat" aria-label="Height of the details" />
            <Panel
              id="bottom"
              defaultSize={200}
              minSize={96}
              maxSize="70%"
              groupResizeBehavior="preserve-pixel-size"
            >
              <BottomPanel onShowProblem={showProblem} />
            </Panel>
          </>
        ) : null}
      </Group>
      {isBottomOpen ? null : <BottomPanel onShowProblem={showProblem} />}
      <StatusBar />
    </div>
  );
}
