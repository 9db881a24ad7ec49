import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { invariant } from '#shared/base/assert.ts';
import { complete } from '#shared/scenario/assist/complete.ts';
import { focusEditor } from '../e2e/support/editing.ts';
import { fillLibrary, longScenario } from '../support/large-library.ts';
import { inBrowser } from './browser-host.ts';
import { type Leg, percentile, type Row } from './measure.ts';

const id = 'amazon-anthropic.scenario.yaml';
const lines = 5_000;
const times = 20;

/** Words behind which something can be proposed: a key, one of five thousand names, a word, a unit. */
const places = [
  'average-draw: =average-draw\n      ',
  'source: anthropic-',
  'status: ann',
  'settle: ',
  'pue: { value: 1.15',
];

/** What the editor proposes in a file of 5,000 lines: how soon it is known, and how soon it stands on the screen. */
export const completionLeg: Leg = {
  name: 'completion',
  run: async () => {
    const text = longScenario(lines, 10_000);
    const fill = (library: string) => {
      fillLibrary(library, 0);
      writeFileSync(join(library, id), text);
    };
    const painted = await inBrowser(shown, { fill });
    return [
      row('proposals known', answered(text), 0.95),
      row('Ctrl+Space → proposals painted', painted, 0.5),
      row('Ctrl+Space → proposals painted', painted, 0.95),
    ];
  },
};

function row(what: string, samples: readonly number[], share: number): Row {
  const which = share === 0.5 ? 'median' : '95th percentile';
  return {
    leg: 'completion',
    what: `${what}, ${lines} lines, ${which}`,
    value: percentile(samples, share),
    unit: 'ms',
    goal: 50,
  };
}

/** A text of which every question sees another state, as when somebody types. */
function answered(text: string): number[] {
  const found: number[] = [];
  for (let time = 0; time < times; time += 1) {
    for (const place of places) {
      const changed = text.replace('offtake: 1', `offtake: 1 # ${time}`);
      const at = changed.indexOf(place);
      invariant(at !== -1, `the text holds "${place}"`);
      const started = performance.now();
      const proposals = complete({ id, text: changed, files: {} }, at + place.length);
      found.push(performance.now() - started);
      invariant(proposals.length > 0, `something is proposed behind "${place}"`);
    }
  }
  return found.slice(places.length);
}

/** From the key to the frame in which the list stands with what may follow. */
async function shown(page: Page): Promise<number[]> {
  await focusEditor(page);
  await page.keyboard.press('Control+F');
  await page.keyboard.type('average-draw: =average-draw');
  await page.keyboard.press('Escape');
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(3_000);
  const found: number[] = [];
  for (let time = 0; time <= times; time += 1) {
    await page.evaluate(watchProposals);
    await page.keyboard.press('Control+Space');
    found.push(await page.evaluate(() => Reflect.get(window, 'proposalTime') as Promise<number>));
    await page.keyboard.press('Escape');
    // Another state of the text, which nothing is known of yet.
    await page.keyboard.press('Space');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await page.waitForTimeout(400);
  }
  return found.slice(1);
}

/** Leaves a promise of the time from the next Ctrl+Space to the frame behind which the list of proposals stands. */
function watchProposals(): void {
  const time = new Promise<number>((settle) => {
    addEventListener(
      'keydown',
      ({ timeStamp }) => {
        const look = (): void => {
          const row = document.querySelector('.suggest-widget .monaco-list-row');
          if (!row?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) {
            requestAnimationFrame(look);
            return;
          }
          const channel = new MessageChannel();
          channel.port1.onmessage = () => settle(performance.now() - timeStamp);
          channel.port2.postMessage(null);
        };
        requestAnimationFrame(look);
      },
      { capture: true, once: true },
    );
  });
  Reflect.set(window, 'proposalTime', time);
}
