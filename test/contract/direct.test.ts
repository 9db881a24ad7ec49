import { describe, onTestFinished } from 'vitest';
import type { Host } from '#shared/contract/host.ts';
import { browserShell } from '../../electron/loopback/browser-shell.ts';
import { realService, writerIn } from './real-service.ts';
import { describeContract, eventHub } from './suite.ts';

describe('the contract by direct call', () => {
  describeContract(async () => {
    const { service, places } = await realService();
    const { hear, on } = eventHub();
    const session = service.openSession(browserShell(), hear);
    onTestFinished(() => session.close());
    const host: Host = { call: async (name, input) => (await session.dispatch(name, input)) as never, on };
    return { host, writeOutside: writerIn(places.library) };
  });
});
