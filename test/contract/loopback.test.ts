import { describe, onTestFinished } from 'vitest';
import { createFrameReader } from '#shared/contract/frames.ts';
import type { Host } from '#shared/contract/host.ts';
import { loopback } from '#shared/contract/loopback.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';
import { startLoopback } from '../../electron/loopback/server.ts';
import { realService, writerIn } from './real-service.ts';
import { describeContract, eventHub } from './suite.ts';

describe('the contract over the loopback', () => {
  describeContract(async () => {
    const { service, places } = await realService();
    const server = await startLoopback({ service, page: places.page, port: 0 });
    onTestFinished(() => server.close());
    const origin = `http://127.0.0.1:${server.port}`;
    const headers = { [loopback.tokenHeader]: server.token, [loopback.sessionHeader]: 'test-session' };
    const { hear, on } = eventHub();
    const events = await fetch(origin + loopback.eventsPath, { headers });
    void listen(events, hear);
    const host: Host = {
      call: async (name, input) => {
        const body = encodeWire({ name, input });
        const response = await fetch(origin + loopback.callPath, { method: 'POST', headers, body });
        const reply = decodeWire(new Uint8Array(await response.arrayBuffer()));
        if (!reply.ok) throw new Error(`${response.status} ${reply.error}`);
        return reply.value as never;
      },
      on,
    };
    return { host, writeOutside: writerIn(places.library) };
  });
});

async function listen(response: Response, hear: (name: string, payload: unknown) => void): Promise<void> {
  const read = createFrameReader();
  try {
    for await (const piece of response.body ?? []) {
      for (const message of read(piece)) {
        const event = decodeWire(message);
        const { name, payload } = Object(event.ok ? event.value : {}) as { name: string; payload: unknown };
        hear(name, payload);
      }
    }
  } catch {
    // The server closes the stream at the end of the test.
  }
}
