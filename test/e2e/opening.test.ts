import { afterEach, describe, expect, it } from 'vitest';
import { sharedBrowser } from '../support/browser.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

let workbench: Workbench | null = null;
afterEach(async () => {
  await workbench?.close();
  workbench = null;
});

/** Opens a page and notes what it asks the host for, in order, until the first chart stands and until the editor does. */
async function opening() {
  workbench = await openWorkbench();
  const context = await (await sharedBrowser()).newContext({ viewport: { width: 1366, height: 768 } });
  try {
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => {
      asked.push(new URL(request.url()).pathname.replace(/-[\w-]{8}(?=\.\w+$)/, ''));
    });
    page.on('websocket', (socket) => {
      asked.push('the line');
      socket.on('framesent', ({ payload }) => {
        const name = /"([a-z]+\.[a-z-]+)"/.exec(payload.toString())?.[1];
        asked.push(`call ${name}`);
      });
    });
    // Told by the page in the very frame, over the same line as its requests, so that their order is that of the page.
    let atFirstChart: readonly string[] = [];
    await page.exposeFunction('chartStands', () => {
      atFirstChart = [...asked];
    });
    await page.addInitScript(() => {
      // After two seconds the page takes it that there is no chart to wait for; how fast this machine is, is not the question here.
      const wait = window.setTimeout;
      window.setTimeout = ((run: () => void, milliseconds = 0) =>
        wait(run, milliseconds === 2000 ? 30_000 : milliseconds)) as typeof window.setTimeout;
      new MutationObserver((_, observer) => {
        if (document.querySelector('.chart-plot svg') === null) return;
        observer.disconnect();
        (Reflect.get(window, 'chartStands') as () => void)();
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(workbench.address);
    await page.locator('.monaco-editor .view-line').first().waitFor();
    await expect
      .poll(() => asked.some((one) => one.includes('simulation.run')), { timeout: 20_000 })
      .toBe(true);
    return { atFirstChart, asked };
  } finally {
    await context.close();
  }
}

describe('what the first chart waits for', () => {
  it('is one question and three scripts: the editor, workers and draws come after it', async () => {
    const { atFirstChart, asked } = await opening();
    const scripts = atFirstChart.filter((one) => one.endsWith('.js'));
    expect(scripts.sort()).toEqual(
      ['charts', 'index', 'rolldown-runtime', 'window'].map((name) => `/assets/${name}.js`),
    );
    expect(atFirstChart.find((one) => one.startsWith('call'))).toBe('call app.opening');
    const answered =
      /app\.describe|scenario\.(list|open|companions)|settings\.read|library\.layout|projection/;
    expect(asked.filter((one) => answered.test(one))).toEqual([]);
    const late = /monaco|worker|simulation\.run/;
    expect(atFirstChart.filter((one) => late.test(one))).toEqual([]);
    expect(asked.filter((one) => late.test(one)).length).toBeGreaterThanOrEqual(3);
  });

  it('begins with the page: what is asked first depends on nothing but the first script', async () => {
    const { asked } = await opening();
    const place = (name: string) => asked.findIndex((one) => one.includes(name));
    const begun = Math.min(place('app.opening'), place('window.js'), place('charts.js'));
    const files = ['index.js', 'index.css', 'Inter_400Regular.ttf', 'Inter_600SemiBold.ttf'];
    expect(new Set(asked.slice(0, begun).filter((one) => one !== 'the line'))).toEqual(
      new Set(['/', ...files.map((name) => `/assets/${name}`)]),
    );
  });
});
