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
import { openingHost } from './host/opening-host.ts';
import { wearRememberedTheme } from './ui/wear-theme.ts';

wearRememberedTheme();
// The first figures are computed, and the code of the window and of the charts is fetched, all at the same time: nothing here is
// large, and nothing waits for anything else.
const host = openingHost(chooseHost(window));
void import('./app/mount.tsx').then(({ mount }) => mount(host, host.endOpening));
void import('./charts/chart.tsx');
