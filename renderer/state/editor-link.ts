import { createStore, type StoreApi } from 'zustand/vanilla';

/** A place in the text on screen, as offsets. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

export type EditorAction =
  | 'find'
  | 'replace'
  | 'format'
  | 'next-problem'
  | 'outline'
  | 'rename'
  | 'hover'
  | 'definition'
  | 'fix';

/** What the rest of the window may ask of the editor. */
export interface EditorHandle {
  act(action: EditorAction): void;
  /** Takes a step of the text back or does it again, wherever the cursor is. */
  step(which: 'undo' | 'redo'): void;
  focus(): void;
}

export interface EditorLink {
  /** The place to show; a new object each time one is asked for. */
  readonly store: StoreApi<{ readonly reveal: Place | null; readonly isInGesture: boolean }>;
  /** Tells the window which editor is there; null when there is none. */
  attach(handle: EditorHandle | null): void;
  isAttached(): boolean;
  act(action: EditorAction): void;
  step(which: 'undo' | 'redo'): void;
  focus(): void;
  reveal(place: Place): void;
  /** The place has been shown and is asked for no longer. */
  revealed(): void;
  /** Everything written between the two is one step of undo. */
  beginGesture(): void;
  endGesture(): void;
}

/** Makes the link over which commands and lists reach the editor without knowing it. */
export function createEditorLink(): EditorLink {
  const store = createStore<{ readonly reveal: Place | null; readonly isInGesture: boolean }>(() => ({
    reveal: null,
    isInGesture: false,
  }));
  let attached: EditorHandle | null = null;
  return {
    store,
    attach(handle) {
      attached = handle;
    },
    isAttached: () => attached !== null,
    act: (action) => attached?.act(action),
    step: (which) => attached?.step(which),
    focus: () => attached?.focus(),
    beginGesture: () => store.setState({ isInGesture: true }),
    endGesture: () => store.setState({ isInGesture: false }),
    reveal: (place) => store.setState({ reveal: { ...place } }),
    revealed: () => store.setState({ reveal: null }),
  };
}
