import { lazy, Suspense, useEffect } from 'react';
import { Group, type Layout, Panel, Separator } from 'react-resizable-panels';
import { useStore } from 'zustand/react';
import { DetailsPanel } from '../panels/details/details-panel.tsx';
import { EditorPanel } from '../panels/editor-panel.tsx';
import { firstChart } from '../panels/first-chart.ts';
import { LibraryPanel } from '../panels/library-panel.tsx';
import { Notices } from '../panels/notices.tsx';
import { ResultsPanel } from '../panels/results-panel.tsx';
import { StatusBar } from '../panels/status-bar.tsx';
import { TitleBar } from '../panels/title-bar.tsx';
import { useComparison } from '../state/comparison/use-comparison.ts';
import { useLayout, useSettings, useStores } from '../state/use-stores.ts';
import { useTheme } from '../ui/use-theme.ts';
import { useCommands } from './use-commands.ts';
import { useHeldKeys } from './use-held-keys.ts';

const loadDialogs = () => import('../panels/dialogs/dialog-host.tsx');
const ComparePanel = lazy(async () => ({
  default: (await import('../panels/compare/compare-panel.tsx')).ComparePanel,
}));
const DistributionPopover = lazy(async () => ({
  default: (await import('../panels/analysis/distribution-popover.tsx')).DistributionPopover,
}));
const DialogHost = lazy(async () => ({ default: (await loadDialogs()).DialogHost }));

/** The window: bar, three areas side by side, details beneath, status at the foot. */
export function Frame() {
  const { layout, dialogs, focus } = useStores();
  const theme = useTheme(useSettings((state) => state.theme));
  const isLibraryOpen = useLayout((state) => state.isLibraryOpen);
  const isComparing = useComparison((state) => state.isOpen);
  const isBottomOpen = useLayout((state) => state.bottom !== null) && !isComparing;
  const sizes = useLayout((state) => state.sizes);
  const dialog = useStore(dialogs.store, (state) => state.dialog);
  const fanPoint = useStore(focus, (state) => state.fanPoint);
  const entries = useCommands();
  useHeldKeys(dialogs);
  // Whoever types right after Ctrl+K must find the palette there.
  useEffect(() => {
    let idle = 0;
    void firstChart.then(() => {
      idle = requestIdleCallback(() => void loadDialogs());
    });
    return () => cancelIdleCallback(idle);
  }, []);
  const areas = `${isComparing ? 'compare' : 'areas'}${isLibraryOpen ? '' : '-without-library'}`;
  const keepSizes = (kept: Layout) =>
    layout.setState((state) => ({ sizes: { ...state.sizes, [areas]: kept } }));

  return (
    <div className="frame">
      <TitleBar />
      <Group orientation="vertical" className="frame-body" role="main">
        <Panel id="top" minSize={120}>
          <Group
            orientation="horizontal"
            defaultLayout={sizes[areas]}
            onLayoutChanged={(kept, meta) => meta.isUserInteraction && keepSizes(kept)}
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
            {isComparing ? (
              <Panel id="compare" minSize={360}>
                <Suspense fallback={null}>
                  <ComparePanel theme={theme} />
                </Suspense>
              </Panel>
            ) : (
              <>
                <Panel id="editor" defaultSize="31%" minSize={220}>
                  <EditorPanel theme={theme} />
                </Panel>
                <Separator className="splitter" aria-label="Width of the editor" />
                <Panel id="results" minSize={380}>
                  <ResultsPanel theme={theme} />
                </Panel>
              </>
            )}
          </Group>
        </Panel>
        {isBottomOpen ? (
          <>
            <Separator className="splitter splitter-flat" aria-label="Height of the details" />
            <Panel
              id="bottom"
              defaultSize={232}
              minSize={96}
              maxSize="70%"
              groupResizeBehavior="preserve-pixel-size"
            >
              <DetailsPanel />
            </Panel>
          </>
        ) : null}
      </Group>
      {isBottomOpen || isComparing ? null : <DetailsPanel />}
      <StatusBar />
      <Notices />
      <Suspense fallback={null}>{fanPoint ? <DistributionPopover point={fanPoint} /> : null}</Suspense>
      <Suspense fallback={null}>{dialog ? <DialogHost dialog={dialog} entries={entries} /> : null}</Suspense>
    </div>
  );
}
