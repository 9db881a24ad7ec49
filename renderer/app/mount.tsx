import { createRoot } from 'react-dom/client';
import { invariant } from '#shared/base/assert.ts';
import type { Host } from '#shared/contract/host.ts';
import { firstChart } from '../panels/first-chart.ts';
import { fetchChart } from '../panels/lazy-chart.tsx';
import { createStores, openLibrary } from '../state/stores.ts';
import { expectFrame } from '../ui/expect-frame.ts';
import { whenPainted } from '../ui/when-painted.ts';
import { App } from './app.tsx';

/** Makes the stores over a host, has the first scenario opened, and puts the window on the page; says when all has been asked that a window opens with. */
export function mount(host: Host, noteOpened: () => void): void {
  const root = document.getElementById('root');
  invariant(root !== null, 'the page has no element to mount on');
  const stores = createStores(
    host,
    () => new Worker(new URL('../state/survey.worker.ts', import.meta.url), { type: 'module' }),
    {
      expectFrame,
      async whenPainted() {
        // Draws take all cores there are, of which the first chart is in need.
        await firstChart;
        await whenPainted();
      },
    },
  );
  void openLibrary(stores).finally(noteOpened);
  fetchChart();
  createRoot(root).render(<App stores={stores} />);
}
