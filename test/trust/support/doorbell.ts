import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';

/** Stands for the rest of the world: a place that can be reached, and that counts who does. */
export interface Doorbell {
  readonly port: number;
  /** Connections, and how many of them said anything. */
  readonly rings: () => number;
  readonly requests: () => number;
}

/** Opens such a place on this machine. */
export async function openDoorbell(): Promise<Doorbell> {
  let rings = 0;
  let requests = 0;
  const server = createServer((socket) => {
    rings += 1;
    socket.on('error', () => undefined);
    socket.once('data', () => {
      requests += 1;
      socket.destroy();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.close();
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    rings: () => rings,
    requests: () => requests,
  };
}
