import { lazy, Suspense } from 'react';
import type { Stores } from '../state/stores.ts';
import { StoresProvider } from '../state/use-stores.ts';
import { ErrorBoundary } from './error-boundary.tsx';

const loadFrame = () => import('./frame.tsx');
const Frame = lazy(async () => ({ default: (await loadFrame()).Frame }));

/** Starts fetching the window's code, beside the first figures. */
export function fetchFrame(): void {
  void loadFrame();
}

/** The whole window over a set of stores. */
export function App({ stores }: { readonly stores: Stores }) {
  return (
    <ErrorBoundary>
      <StoresProvider value={stores}>
        <Suspense fallback={<div className="frame" />}>
          <Frame />
        </Suspense>
      </StoresProvider>
    </ErrorBoundary>
  );
}
