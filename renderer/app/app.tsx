import type { Stores } from '../state/stores.ts';
import { StoresProvider } from '../state/use-stores.ts';
import { ErrorBoundary } from './error-boundary.tsx';
import { Frame } from './frame.tsx';

/** The whole window over a set of stores. */
export function App({ stores }: { readonly stores: Stores }) {
  return (
    <ErrorBoundary>
      <StoresProvider value={stores}>
        <Frame />
      </StoresProvider>
    </ErrorBoundary>
  );
}
