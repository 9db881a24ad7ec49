import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/library.css';
import './styles/editor.css';
import './styles/results.css';
import './styles/details.css';
import './styles/figures.css';
import './styles/analysis.css';
import './styles/compare.css';
import './styles/dialogs.css';
import './styles/safety.css';
import './styles/export.css';
import { createRoot } from 'react-dom/client';
import { invariant } from '#shared/base/assert.ts';
import { App, fetchFrame } from './app/app.tsx';
import { chooseHost } from './host/choose.ts';
import { createStores, openLibrary } from './state/stores.ts';
import { wearRememberedTheme } from './ui/use-theme.ts';
import { whenPainted } from './ui/when-painted.ts';

wearRememberedTheme();
const stores = createStores(
  chooseHost(window),
  () => new Worker(new URL('./state/survey.worker.ts', import.meta.url), { type: 'module' }),
  whenPainted,
);
// The first figures, the chart code and the window itself are all under way at once.
void openLibrary(stores);
fetchFrame();
void import('./charts/chart.tsx');

const root = document.getElementById('root');
invariant(root !== null, 'the page has no element to mount on');
createRoot(root).render(<App stores={stores} />);
