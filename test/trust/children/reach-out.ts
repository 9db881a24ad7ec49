import dgram from 'node:dgram';
import dns, { lookup as namedLookup } from 'node:dns';
import { get as getPlain } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { get as getSecure } from 'node:https';
import { connect, createConnection, createServer } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { stayOffline } from '../../../electron/service/stay-offline.ts';
import { say } from './say.ts';

// Tries every way out that Node knows, after the program has closed them; says which were refused and what was reported.
const { port } = JSON.parse(process.argv[2] ?? '') as { readonly port: number };
const attempts: string[] = [];
stayOffline((stack) => attempts.push(stack));

type Way = () => unknown;
const never = (): void => undefined;
const ways: Readonly<Record<string, Way>> = {
  'net.connect': () => connect(port, '127.0.0.1').on('error', never),
  'net.createConnection': () => createConnection({ host: 'localhost', port }).on('error', never),
  'tls.connect': () => connectTls(port, '127.0.0.1').on('error', never),
  'http.get': () =>
    new Promise((done, reject) => getPlain(`http://127.0.0.1:${port}/`, done).on('error', reject)),
  'https.get': () =>
    new Promise((done, reject) => getSecure(`https://127.0.0.1:${port}/`, done).on('error', reject)),
  'http2.connect': () =>
    new Promise((done, reject) =>
      connectHttp2(`http://127.0.0.1:${port}`).on('connect', done).on('error', reject),
    ),
  fetch: () => fetch(`http://127.0.0.1:${port}/`),
  'dns.lookup': () => dns.lookup('example.com', never),
  'dns.lookup by name': () => namedLookup('example.com', never),
  'dns.resolve4': () => dns.resolve4('example.com', never),
  'dns.promises.lookup': () => dns.promises.lookup('example.com'),
  'dns.promises.resolve': () => dns.promises.resolve('example.com'),
  'dgram.send': () => dgram.createSocket('udp4').on('error', never).send('x', port, '127.0.0.1'),
  'dgram.connect': () => dgram.createSocket('udp4').on('error', never).connect(port, '127.0.0.1'),
};

const reached: string[] = [];
for (const [name, way] of Object.entries(ways)) {
  try {
    await way();
    reached.push(name);
  } catch {
    // Refused, as it ought to be.
  }
}
// What the browser host needs goes on: it is asked, and does not ask.
const server = createServer();
await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
server.close();
say(JSON.stringify({ ways: Object.keys(ways).length, reached, attempts: attempts.length }));
process.exit(0);
