import { firstScenario } from '#shared/contract/first-scenario.ts';
import type { Host } from '#shared/contract/host.ts';
import { missingLibraryText } from '#shared/contract/missing-library.ts';
import type { ProjectionResult } from '#shared/contract/results.ts';
import { type Comparison, createComparison } from './comparison/comparison.ts';
import { type CursorStore, createCursor } from './cursor.ts';
import { createDialogs, type Dialogs } from './dialogs.ts';
import { createDocuments, type Documents } from './documents.ts';
import { createEditorLink, type EditorLink } from './editor-link.ts';
import { createExporter, type Exporter } from './export/exporter.ts';
import { createFiles, type Files } from './files.ts';
import { createFocus, type FocusStore } from './focus.ts';
import { createLayout, type LayoutStore } from './layout.ts';
import { createLibrary, type Library } from './library.ts';
import { createNotices, type Notices } from './notices.ts';
import { type Pipeline, type Screen, startPipeline } from './pipeline.ts';
import { createRuns, type Runs } from './runs.ts';
import { createHistories, type Histories } from './safety/histories.ts';
import { createSafety, type Safety } from './safety/safety.ts';
import { createSettings, type SettingsKeeper } from './settings.ts';
import { createSurveyor, type Surveyor, type SurveyPort } from './surveyor.ts';
import { createLayoutHistory } from './undo/layout-history.ts';
import { createUndo, type Undo } from './undo/undo.ts';

/** Everything the screen shows and everything it can ask for. */
export interface Stores {
  readonly host: Host;
  readonly documents: Documents;
  readonly runs: Runs;
  readonly library: Library;
  readonly settings: SettingsKeeper;
  readonly layout: LayoutStore;
  readonly notices: Notices;
  readonly dialogs: Dialogs;
  readonly cursor: CursorStore;
  readonly focus: FocusStore;
  readonly editorLink: EditorLink;
  readonly files: Files;
  readonly pipeline: Pipeline;
  readonly surveyor: Surveyor;
  readonly safety: Safety;
  readonly histories: Histories;
  readonly undo: Undo;
  readonly comparison: Comparison;
  readonly exporter: Exporter;
  /** Hears of items chosen in the native menu; returns how to stop. */
  onMenuCommand(listener: (id: string) => void): () => void;
  stop(): void;
}

/** Longer than between two keys of a word, and too short to be noticed by whoever has stopped. */
const pauseMilliseconds = 160;

/** Makes the stores over a host and joins them; nothing runs before this is called. */
export function createStores(
  host: Host,
  startSurveyWorker: () => SurveyPort,
  screen: Screen = { expectFrame: () => undefined, whenPainted: async () => undefined },
): Stores {
  const documents = createDocuments();
  const runs = createRuns();
  const library = createLibrary(host);
  const layout = createLayout();
  const layoutHistory = createLayoutHistory(layout, Date.now);
  const settings = createSettings(
    host,
    layout,
    layoutHistory,
    () => library.store.getState().app?.library ?? 'library',
  );
  const notices = createNotices();
  const dialogs = createDialogs();
  const histories = createHistories(host, documents);
  const files = createFiles({ host, documents, histories, runs, library, settings, notices, dialogs });
  const safety = createSafety({ host, documents, histories, files, library, notices, dialogs });
  const exporter = createExporter({ host, documents, layout, notices });
  const comparison = createComparison({ host, documents, files, library, notices });
  const measuresOf = async ({ projection }: ProjectionResult) => {
    // Comes with the code of the window, which the first script does not carry.
    const { wantedMeasures } = await import('#shared/view/wanted-measures.ts');
    const { charts, own, isCumulative } = layout.getState();
    return wantedMeasures(projection, charts, { isCumulative }, own);
  };
  const pause = (milliseconds: number) =>
    new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));
  const surveyor = createSurveyor(startSurveyWorker, {
    now: () => performance.now(),
    after: (milliseconds, goOn) => void setTimeout(goOn, milliseconds),
  });
  const pipeline = startPipeline({
    host,
    documents,
    runs,
    surveyor,
    measuresOf,
    screen,
    whenPaused: () => pause(pauseMilliseconds),
  });
  const editorLink = createEditorLink();
  const undo = createUndo({ documents, histories, layoutHistory, editorLink, pipeline, notices });
  const stops = [
    host.on('scenario.changed', ({ id, revision }) => {
      void files.noteChange(id, revision);
      // The title or the base of a file may have changed, or whether it can be written.
      void library.refresh();
    }),
    host.on('scenario.requested', ({ id }) => void files.open(id)),
    host.on('library.changed', ({ reason }) => {
      const isKnown = library.refresh();
      if (reason === 'folder') void settings.followLibrary(isKnown);
    }),
  ];
  return {
    host,
    documents,
    runs,
    library,
    settings,
    layout,
    notices,
    dialogs,
    cursor: createCursor(),
    focus: createFocus(),
    editorLink,
    files,
    pipeline,
    surveyor,
    safety,
    histories,
    undo,
    comparison,
    exporter,
    onMenuCommand: (listener) => host.on('menu.command', ({ command }) => listener(command)),
    stop() {
      for (const stop of stops) stop();
      settings.stop();
      safety.stop();
      histories.stop();
      layoutHistory.stop();
      comparison.stop();
      exporter.stop();
      pipeline.stop();
    },
  };
}

/** Opens the library and shows its first scenario running. */
export async function openLibrary({ library, settings, files, notices, safety }: Stores): Promise<void> {
  await settings.load(library.refresh());
  const { refs, app } = library.store.getState();
  if (app === null) {
    notices.warn('library', {
      kind: 'refused',
      message: 'Offtake cannot reach its engine. Close this window and start Offtake again.',
    });
    return;
  }
  if (app.missingLibrary !== null) {
    const message = missingLibraryText(app.missingLibrary, app.library);
    notices.warn('library', { kind: 'refused', message });
  }
  const first = firstScenario(refs, settings.store.getState().recent);
  if (first !== null) await files.open(first);
  await safety.leftWorks.offer();
}
