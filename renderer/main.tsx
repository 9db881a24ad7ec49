import './styles/tokens.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/library.css';
import './styles/editor.css';
import './styles/form.css';
import './styles/results.css';
import './styles/details.css';
import './styles/figures.css';
import './styles/analysis.css';
import './styles/actuals.css';
import './styles/popover.css';
import './styles/compare.css';
import './styles/dialogs.css';
import './styles/safety.css';
import './styles/export.css';
import './styles/forced-colours.css';
import { chooseHost } from './host/choose.ts';
import { firstChart } from './panels/first-chart.ts';
import { createStores, openLibrary } from './state/stores.ts';
import { wearRememberedTheme } from './ui/use-theme.ts';
import { whenPainted } from './ui/when-painted.ts';

wearRememberedTheme();
const stores = createStores(
  chooseHost(window),
  () => new Worker(new URL('./state/survey.worker.ts', import.meta.url), { type: 'module' }),
  async () => {
    // Draws take all cores there are, of which the first chart is in need.
    await firstChart;
    await whenPainted();
  },
);
// The first figures are computed while the code of the window and of the charts is still on its way.
void openLibrary(stores);
void import('./app/mount.tsx').then(({ mount }) => mount(stores));
void import('./charts/chart.tsx');
