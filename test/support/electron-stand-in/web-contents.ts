import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import type { Page, Request } from 'playwright-core';
import { startChromium } from './chromium.ts';
import { cloned } from './clone.ts';
import { tell } from './control.ts';
import { invoke } from './ipc-main.ts';
import { preloadScript } from './page-script.ts';
import { answerFor, meantBy, shownAs } from './protocol.ts';
import { mayRequest } from './session.ts';

type Part = Pick<WebContents, 'id' | 'isDestroyed' | 'send' | 'reload'>;
type OpenHandler = Parameters<WebContents['setWindowOpenHandler']>[0];

let lastId = 0;

/** The page of a window, shown by a real Chromium. */
export class WebContentsStandIn extends EventEmitter implements Part {
  readonly id: number;
  readonly mainFrame: { url: string };
  readonly #preload: string;
  #page: Page | null = null;
  #isDestroyed = false;
  #isCrashed = false;
  #address = '';
  #isOwnNavigation = false;
  #onOpen: OpenHandler = () => ({ action: 'allow' });

  constructor(preload: string) {
    super();
    lastId += 1;
    this.id = lastId;
    this.mainFrame = { url: '' };
    this.#preload = preload;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#onOpen = handler;
  }

  send(channel: string, ...args: unknown[]): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
    const message = cloned(args);
    this.#page
      ?.evaluate(([name, values]) => Reflect.get(window, '__standInDeliver')?.(name, values), [
        channel,
        message,
      ] as const)
      .catch(() => undefined);
  }

  reload(): void {
    if (!this.#isCrashed) {
      this.#isOwnNavigation = true;
      void this.#page?.reload().finally(() => {
        this.#isOwnNavigation = false;
      });
      return;
    }
    // A crashed page is of no more use to the driver; a new one of the same window takes its place.
    void this.#page?.close().catch(() => undefined);
    this.#isCrashed = false;
    void this.load(this.#address);
  }

  setWebRTCIPHandlingPolicy(policy: string): void {
    tell({ kind: 'session', what: 'rtc', isRefused: policy === 'disable_non_proxied_udp' });
  }

  /** Asks the app about a navigation that the page begins by itself. */
  #mayNavigate(request: Request, url: string): boolean {
    if (!request.isNavigationRequest() || this.#isOwnNavigation) return true;
    let isPrevented = false;
    const event = {
      url,
      preventDefault: () => {
        isPrevented = true;
      },
    };
    if (request.frame() === this.#page?.mainFrame()) this.emit('will-navigate', event);
    this.emit('will-frame-navigate', event);
    if (isPrevented) tell({ kind: 'kept', url });
    return !isPrevented;
  }

  async crash(): Promise<void> {
    if (this.#page === null) return;
    const session = await this.#page.context().newCDPSession(this.#page);
    // The page that is asked to crash answers no more.
    void session.send('Page.crash').catch(() => undefined);
  }

  async load(address: string): Promise<void> {
    this.#address = address;
    const context = await startChromium();
    const page = await context.newPage();
    this.#page = page;
    await page.route('**/*', async (route) => {
      const meant = meantBy(route.request().url());
      if (!this.#mayNavigate(route.request(), meant)) return route.abort('aborted');
      if (!(await mayRequest(meant))) {
        tell({ kind: 'blocked', url: meant });
        return route.abort('blockedbyclient');
      }
      const response = await answerFor(meant, route.request().method());
      if (response === null) return route.abort('unknown');
      return route.fulfill({
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: Buffer.from(await response.arrayBuffer()),
      });
    });
    await page.exposeBinding('__standInInvoke', ({ frame }, channel: string, args: unknown[]) => {
      const senderFrame = frame === page.mainFrame() ? this.mainFrame : { url: meantBy(frame.url()) };
      return invoke({ sender: this, senderFrame }, channel, args);
    });
    await page.exposeBinding('__standInOpen', (_source, url: string) => {
      const { action } = this.#onOpen({ url } as Parameters<OpenHandler>[0]);
      if (action === 'allow') tell({ kind: 'failed', message: `A window was opened on ${url}` });
    });
    await page.addInitScript({ content: preloadScript(this.#preload) });
    page.on('framenavigated', (frame) => {
      if (frame !== page.mainFrame()) return;
      this.mainFrame.url = meantBy(frame.url());
      this.emit('did-navigate', {}, this.mainFrame.url);
    });
    page.on('request', (request) => {
      if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return;
      this.emit('did-start-navigation', {
        url: meantBy(request.url()),
        isMainFrame: true,
        isSameDocument: false,
      });
    });
    page.on('crash', () => {
      this.#isCrashed = true;
      this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 139 });
    });
    const shown = shownAs(address);
    if (shown === address) throw new Error(`net::ERR_UNKNOWN_URL_SCHEME loading '${address}'`);
    this.#isOwnNavigation = true;
    await page.goto(shown, { waitUntil: 'domcontentloaded' });
    this.#isOwnNavigation = false;
    tell({ kind: 'loaded', url: address });
    this.emit('did-finish-load');
  }

  /** Asks the page whether it may go; false when it holds back and the app does not overrule it. */
  async leave(): Promise<boolean> {
    const page = this.#page;
    if (page === null) return true;
    let isStaying = false;
    page.once('dialog', async (question) => {
      let isOverruled = false;
      this.emit('will-prevent-unload', {
        preventDefault: () => {
          isOverruled = true;
        },
      });
      isStaying = !isOverruled;
      await (isOverruled ? question.accept() : question.dismiss());
    });
    const closed = page.waitForEvent('close', { timeout: 2_000 }).catch(() => null);
    await page.close({ runBeforeUnload: true });
    await closed;
    if (!isStaying) this.#isDestroyed = true;
    return !isStaying;
  }
}
