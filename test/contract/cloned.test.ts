import { MessageChannel } from 'node:worker_threads';
import { describe, onTestFinished } from 'vitest';
import type { Host } from '#shared/contract/host.ts';
import { browserShell } from '../../electron/loopback/browser-shell.ts';
import { realService, writerIn } from './real-service.ts';
import { describeContract, eventHub } from './suite.ts';

type Message =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: unknown }
  | { readonly kind: 'event'; readonly name: string; readonly payload: unknown };

/** What the channels of Electron do to data: everything is copied by structured clone. */
describe('the contract over structured clone', () => {
  describeContract(async () => {
    const { service, places } = await realService();
    const { port1: page, port2: main } = new MessageChannel();
    const session = service.openSession(browserShell(), (name, payload) =>
      main.postMessage({ kind: 'event', name, payload }),
    );
    main.on('message', async (message: Message) => {
      if (message.kind !== 'call') return;
      const reply = await session.dispatch(message.name, message.input);
      main.postMessage({ kind: 'reply', id: message.id, reply });
    });
    onTestFinished(() => {
      session.close();
      page.close();
    });
    const { hear, on } = eventHub();
    const waiting = new Map<number, (reply: never) => void>();
    page.on('message', (message: Message) => {
      if (message.kind === 'event') hear(message.name, message.payload);
      if (message.kind === 'reply') waiting.get(message.id)?.(message.reply as never);
    });
    let lastId = 0;
    const host: Host = {
      call: (name, input) =>
        new Promise((resolve) => {
          lastId += 1;
          waiting.set(lastId, resolve);
          page.postMessage({ kind: 'call', id: lastId, name, input });
        }),
      on,
    };
    return { host, writeOutside: writerIn(places.library) };
  });
});
