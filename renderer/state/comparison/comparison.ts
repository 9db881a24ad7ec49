import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Host } from '#shared/contract/host.ts';
import type { InputDifference } from '#shared/scenario/compare/difference.ts';
import type { Documents } from '../documents.ts';
import type { Files } from '../files.ts';
import type { Library } from '../library.ts';
import type { Notices } from '../notices.ts';
import { createComparisonFileLink } from './comparison-file-link.ts';
import { type ComparisonRuns, createComparisonRuns, questionOf } from './comparison-runs.ts';
import { createComparisonSources } from './comparison-sources.ts';
import { blankComparison, type ComparisonState, mostCompared } from './comparison-state.ts';

export interface ComparisonParts {
  readonly host: Host;
  readonly documents: Documents;
  readonly files: Files;
  readonly library: Library;
  readonly notices: Notices;
}

/** Scenarios side by side: which, how they are seen, and what is known of them. */
export interface Comparison {
  readonly store: StoreApi<ComparisonState>;
  readonly runs: Pick<ComparisonRuns, 'cancel'>;
  /** Opens the view; the scenario on screen is ticked where none is. */
  open(): void;
  close(): void;
  /** Ticks a scenario or takes its tick away. */
  tick(id: string): void;
  choose(wishes: Partial<ComparisonState>): void;
  /** Opens a comparison from its file. */
  openFile(id: string): Promise<void>;
  /** Saves the comparison to its file, or under a name. */
  save(title: string): Promise<void>;
  /** Writes the value of one side into the text of the other, as one step of undo. */
  copy(difference: InputDifference, direction: 'to-other' | 'to-base'): Promise<void>;
  stop(): void;
}

/** Typing in one of the texts goes on for this long before all are run again. */
const settleMilliseconds = 250;

export function createComparison(parts: ComparisonParts): Comparison {
  const { host, documents, files, library, notices } = parts;
  const store = createStore<ComparisonState>(() => blankComparison);
  const sources = createComparisonSources(host, documents);
  const titleOf = (id: string) =>
    library.store.getState().refs.find((ref) => ref.id === id)?.title ??
    documents.find(id)?.ref?.title ??
    id.replace(/\.scenario\.yaml$/, '');
  const runs = createComparisonRuns(host, store, sources, titleOf);
  let asked: string | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const refresh = async () => {
    await runs.compare();
    // Nobody looks at what was closed meanwhile; whoever opens it asks again.
    if (store.getState().isOpen) explainAnew();
  };
  /** A question that is answered already is not asked again. */
  const explainAnew = () => {
    const state = store.getState();
    const question = questionOf(state);
    const key = question === null ? null : `${question.key} ${state.bridge.of}`;
    if (key === asked) return;
    asked = key;
    void runs.explain();
  };
  const later = () => {
    if (timer !== null) clearTimeout(timer);
    // A bridge between texts that are no longer there only stands in the way.
    runs.cancel();
    asked = null;
    timer = setTimeout(() => void refresh(), settleMilliseconds);
  };
  const isTicked = (id: string) => store.getState().ticked.includes(id);

  const texts = (state: ReturnType<typeof documents.store.getState>) =>
    state.open
      .filter(({ id }) => isTicked(id))
      .map(({ id, edit, text }) => `${id} ${edit} ${text.length}`)
      .join('\n');
  let lastTexts = '';
  const stops = [
    documents.store.subscribe((state) => {
      if (!store.getState().isOpen) return;
      const now = texts(state);
      if (now === lastTexts) return;
      lastTexts = now;
      later();
    }),
    host.on('scenario.changed', ({ id }) => {
      sources.forget(id);
      if (store.getState().isOpen) later();
    }),
    host.on('compare.progress', ({ outcomes }) => {
      if (store.getState().isRunning) store.setState({ outcomes });
    }),
    host.on('work.progress', ({ fraction, what }) => {
      if (what === 'bridge' && store.getState().bridgeProgress !== null)
        store.setState({ bridgeProgress: fraction });
    }),
  ];

  const choose: Comparison['choose'] = (wishes) => {
    const before = store.getState();
    store.setState(wishes);
    const after = store.getState();
    const isOtherSet = before.ticked !== after.ticked || before.base !== after.base;
    const needsMeasure =
      after.outcomes !== null &&
      after.measures.some(({ id }) => id === after.bridge.measure) &&
      !after.outcomes.rows.some(({ measure }) => measure.id === after.bridge.measure);
    const needsFocus = before.bridge.measure !== after.bridge.measure || before.at !== after.at;
    if (!after.isOpen) return;
    if (isOtherSet || needsMeasure || needsFocus || before.pinned !== after.pinned) void refresh();
    else explainAnew();
  };

  const fileLink = createComparisonFileLink({ host, store, library, notices, show: () => open() });
  const open = () => {
    const { ticked, base } = store.getState();
    const active = documents.active()?.id;
    const first = ticked.length === 0 && active !== undefined ? [active] : ticked;
    store.setState({ isOpen: true, ticked: first, base: base ?? first[0] ?? null });
    lastTexts = texts(documents.store.getState());
    void refresh();
  };

  return {
    store,
    open,
    runs: { cancel: runs.cancel },
    choose,
    close() {
      if (timer !== null) clearTimeout(timer);
      runs.cancel();
      // What was stopped on its way is asked for again by whoever comes back.
      asked = null;
      store.setState({ isOpen: false });
    },
    tick(id) {
      const { ticked, base, isOpen } = store.getState();
      const isOut = ticked.includes(id);
      if (!isOut && ticked.length >= mostCompared) {
        return notices.say(
          'compare',
          `At most ${mostCompared} scenarios stand side by side; take a tick away first.`,
        );
      }
      const next = isOut ? ticked.filter((one) => one !== id) : [...ticked, id];
      const nextBase = base !== null && next.includes(base) ? base : (next[0] ?? null);
      choose({ ticked: next, base: nextBase });
      if (!isOpen && next.length >= 2 && !isOut) {
        notices.say('compare', `${next.length} scenarios are ticked; Alt+C sets them side by side.`);
      }
    },
    openFile: (id) => fileLink.open(id),
    save: (title) => fileLink.save(title),
    async copy(difference, direction) {
      const state = store.getState();
      const [fromId, toId] = direction === 'to-other' ? [state.base, state.other] : [state.other, state.base];
      const from = state.members.find(({ id }) => id === fromId)?.source;
      if (!from || toId === null) return;
      // Reading scenarios is no part of the first script.
      const { copyAcross } = await import('#shared/scenario/compare/copy-across.ts');
      const { readSide } = await import('#shared/scenario/compare/read-side.ts');
      const before = documents.store.getState().activeId;
      await files.open(toId);
      if (before !== null && before !== toId) documents.activate(before);
      const to = await sources.of(toId);
      const read = readSide(from);
      if ('fault' in to) return notices.warn('compare', to.fault);
      if (!read.ok) return;
      const copied = copyAcross(difference, direction, read.value, to.source);
      if (!copied.ok) return notices.warn('compare', { kind: 'refused', message: copied.error });
      documents.edit(toId, copied.value);
      notices.say('compare', `${difference.label}: written into ${titleOf(toId)}; undo it in its editor.`);
    },
    stop() {
      if (timer !== null) clearTimeout(timer);
      runs.cancel();
      for (const stop of stops) stop();
    },
  };
}
