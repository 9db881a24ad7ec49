import { createRoot } from 'react-dom/client';
import { invariant } from '#shared/base/assert.ts';
import { fetchChart } from '../panels/lazy-chart.tsx';
import type { Stores } from '../state/stores.ts';
import { App } from './app.tsx';

/** Puts the window on the page. */
export function mount(stores: Stores): void {
  const root = document.getElementById('root');
  invariant(root !== null, 'the page has no element to mount on');
  fetchChart();
  createRoot(root).render(<App stores={stores} />);
}
