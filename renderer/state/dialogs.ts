import { createStore, type StoreApi } from 'zustand/vanilla';

/** The dialog that is open, with what it is about; at most one at a time. */
export type Dialog =
  | { readonly kind: 'palette'; readonly find: string }
  | { readonly kind: 'reference'; readonly find: string }
  | {
      readonly kind: 'name';
      readonly purpose: 'save-as' | 'new' | 'rename' | 'variant';
      /** The scenario it is about; empty for a new one. */
      readonly id: string;
    }
  | { readonly kind: 'close'; readonly id: string }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'conflict'; readonly id: string; readonly theirs: string; readonly revision: string }
  | { readonly kind: 'left-work' }
  | { readonly kind: 'versions'; readonly id: string }
  | { readonly kind: 'seek' }
  | { readonly kind: 'sweep' }
  | { readonly kind: 'export' }
  | { readonly kind: 'measures' };

export interface Dialogs {
  readonly store: StoreApi<{ readonly dialog: Dialog | null }>;
  show(dialog: Dialog): void;
  close(): void;
}

export function createDialogs(): Dialogs {
  const store = createStore<{ readonly dialog: Dialog | null }>(() => ({ dialog: null }));
  return {
    store,
    show: (dialog) => store.setState({ dialog }),
    close: () => store.setState({ dialog: null }),
  };
}
