import { type Layout, type LayoutStore, layoutFrom } from '../layout.ts';

/** What of the layout is the user's doing and can be taken back; which list of details is looked at is not. */
const ownParts = [
  'charts',
  'own',
  'period',
  'isCumulative',
  'logarithmic',
  'tables',
  'pinned',
  'isLibraryOpen',
  'sizes',
] as const satisfies readonly (keyof Layout)[];

/** A part of the layout whose changes can be taken back. */
export type OwnPart = (typeof ownParts)[number];

type Parts = Readonly<Partial<Pick<Layout, OwnPart>>>;

/** A change of the layout: the parts that changed, as they were and as they became. */
export interface LayoutStep {
  readonly before: Parts;
  readonly after: Parts;
  /** Milliseconds since 1970. */
  readonly when: number;
}

/** The changes of the layout that can be taken back and done again. */
export interface LayoutHistory {
  /** The change that would be taken back; null where there is none. */
  last(): LayoutStep | null;
  /** The change that would be done again; null where there is none. */
  next(): LayoutStep | null;
  undo(): void;
  redo(): void;
  /** Writes the history for keeping. */
  text(): string;
  /** Takes up a kept history together with the layout it goes with. */
  takeUp(layout: Layout, text: string | undefined): void;
  stop(): void;
}

const stepsLimit = 100;
/** What is kept of it goes into the settings, which are written as a whole. */
const charactersLimit = 60_000;
/** Steps of a splitter that is moved by key follow one another and are taken back at once. */
const runMilliseconds = 1_000;

/** Follows the layout from now on. */
export function createLayoutHistory(layout: LayoutStore, now: () => number): LayoutHistory {
  let steps: readonly LayoutStep[] = [];
  let done = 0;
  let isTravelling = false;

  const note = (before: Layout, after: Layout): void => {
    const changed = ownParts.filter((part) => JSON.stringify(before[part]) !== JSON.stringify(after[part]));
    if (isTravelling || changed.length === 0) return;
    const step = { before: partsOf(before, changed), after: partsOf(after, changed), when: now() };
    const kept = steps.slice(0, done);
    const last = kept.at(-1);
    steps = (
      last && isOneRun(last, step)
        ? [...kept.slice(0, -1), { ...step, before: last.before }]
        : [...kept, step]
    ).slice(-stepsLimit);
    done = steps.length;
  };
  const travel = (change: Partial<Layout>): void => {
    isTravelling = true;
    layout.setState(change);
    isTravelling = false;
  };
  const unsubscribe = layout.subscribe((after, before) => note(before, after));

  return {
    last: () => steps[done - 1] ?? null,
    next: () => steps[done] ?? null,
    undo() {
      const step = steps[done - 1];
      if (step === undefined) return;
      done -= 1;
      travel(step.before);
    },
    redo() {
      const step = steps[done];
      if (step === undefined) return;
      done += 1;
      travel(step.after);
    },
    text: () => keptText(steps, done),
    takeUp(kept, text) {
      travel(kept);
      const read = readSteps(text);
      steps = read.steps;
      done = read.done;
    },
    stop: unsubscribe,
  };
}

/** Writes the steps nearest to where the layout is now, as many as are worth their room. */
function keptText(steps: readonly LayoutStep[], done: number): string {
  const text = JSON.stringify({ steps, done });
  if (text.length <= charactersLimit || steps.length === 0) return text;
  return done > 0 ? keptText(steps.slice(1), done - 1) : keptText(steps.slice(0, -1), 0);
}

function partsOf(layout: Layout, parts: readonly OwnPart[]): Parts {
  return Object.fromEntries(parts.map((part) => [part, layout[part]]));
}

function isOneRun(last: LayoutStep, step: LayoutStep): boolean {
  const isMoving = ({ after }: LayoutStep): boolean => Object.keys(after).join() === 'sizes';
  return isMoving(last) && isMoving(step) && step.when - last.when < runMilliseconds;
}

/** Reads kept steps; a list that is damaged anywhere is as none. */
function readSteps(text: string | undefined): {
  readonly steps: readonly LayoutStep[];
  readonly done: number;
} {
  const none = { steps: [], done: 0 };
  try {
    const read = JSON.parse(text ?? 'null') as { readonly steps?: unknown; readonly done?: unknown } | null;
    const { steps, done } = read ?? {};
    if (!Array.isArray(steps) || typeof done !== 'number' || !Number.isInteger(done)) return none;
    if (done < 0 || done > steps.length || !steps.every(isStep)) return none;
    return { steps, done };
  } catch {
    return none;
  }
}

function isStep(value: unknown): value is LayoutStep {
  if (typeof value !== 'object' || value === null) return false;
  const { before, after, when } = value as Partial<Record<string, unknown>>;
  return typeof when === 'number' && isParts(before) && isParts(after);
}

/** Says whether these are parts of a layout, of the kinds that a layout has. */
function isParts(value: unknown): value is Parts {
  if (typeof value !== 'object' || value === null) return false;
  const sound = new Map(Object.entries(layoutFrom(JSON.stringify(value))));
  return Object.entries(value).every(
    ([part, one]) =>
      ownParts.some((own) => own === part) && JSON.stringify(sound.get(part)) === JSON.stringify(one),
  );
}
