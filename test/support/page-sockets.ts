import { onTestFinished, vi } from 'vitest';
import { WebSocket } from 'ws';

/** Gives code of the page what a browser gives it on a page of a host at this port: sockets and requests that name their page. */
export function pageAt(port: number): void {
  const origin = `http://127.0.0.1:${port}`;
  class PageSocket extends WebSocket {
    constructor(path: string, protocols: string[]) {
      super(new URL(path, origin.replace('http', 'ws')), protocols, { origin });
      // A browser only tells of the end of a socket that could not be opened.
      this.on('error', () => undefined);
      onTestFinished(() => this.terminate());
    }
  }
  const { fetch } = globalThis;
  vi.stubGlobal('WebSocket', PageSocket);
  vi.stubGlobal('fetch', (path: string, options?: RequestInit) => fetch(new URL(path, origin), options));
  onTestFinished(() => {
    vi.unstubAllGlobals();
  });
}
