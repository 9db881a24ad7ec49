import { describe, onTestFinished } from 'vitest';
import { startLoopback } from '../../electron/loopback/server.ts';
import { loopbackHost } from '../../renderer/host/loopback-host.ts';
import { pageAt } from '../support/page-sockets.ts';
import { realService, writerIn } from './real-service.ts';
import { describeContract } from './suite.ts';

/** Both ends of the browser door and what is between them. */
describe('the contract over the loopback', () => {
  describeContract(async () => {
    const { service, places } = await realService();
    const server = await startLoopback({ service, page: places.page, port: 0 });
    onTestFinished(() => server.close());
    pageAt(server.port);
    return {
      host: loopbackHost(() => server.token, 'test-session'),
      writeOutside: writerIn(places.library),
    };
  });
});
