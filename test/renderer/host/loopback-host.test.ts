import { afterEach, describe, expect, it, vi } from 'vitest';
import { frame } from '#shared/contract/frames.ts';
import { loopback } from '#shared/contract/loopback.ts';
import { decodeWire, encodeWire } from '#shared/contract/wire.ts';
import { loopbackHost } from '../../../renderer/host/loopback-host.ts';
import { takeToken } from '../../../renderer/host/token.ts';

afterEach(() => vi.unstubAllGlobals());

/** A stand-in for the network: answers calls with `reply`, keeps the stream of events open. */
function network(reply: () => Response) {
  const asked: { path: string; headers: Record<string, string>; body: unknown }[] = [];
  let send: (message: Uint8Array) => void = () => undefined;
  vi.stubGlobal(
    'fetch',
    async (path: string, options: { headers: Record<string, string>; body?: Uint8Array }) => {
      const body = options.body ? decodeWire(options.body) : null;
      asked.push({ path, headers: options.headers, body: body?.ok ? body.value : null });
      if (path === loopback.callPath) return reply();
      const stream = new ReadableStream<Uint8Array>({
        start: (controller) => {
          send = (message) => controller.enqueue(frame(message));
        },
      });
      return new Response(stream);
    },
  );
  return { asked, send: (message: unknown) => send(encodeWire(message)) };
}

describe('the loopback host', () => {
  it('asks with the token and gives back what was answered, arrays and all', async () => {
    const answer = { ok: true, value: { values: Float64Array.from([1, Number.NaN]) } };
    const { asked } = network(() => new Response(encodeWire(answer)));
    const host = loopbackHost(() => 'secret', 'session-1');
    expect(await host.call('scenario.list', {})).toEqual(answer);
    const call = asked.find((one) => one.path === loopback.callPath);
    expect(call?.headers[loopback.tokenHeader]).toBe('secret');
    expect(call?.body).toEqual({ name: 'scenario.list', input: {} });
  });

  it.each([
    ['a refusal', () => new Response('no', { status: 403 })],
    ['nonsense', () => new Response(new Uint8Array([1, 2]))],
    ['a dead host', () => Promise.reject(new Error('refused')) as never],
  ])('turns %s into a fault instead of throwing', async (_, reply) => {
    network(reply as () => Response);
    const answer = await loopbackHost(() => 't', 's').call('app.describe', {});
    expect(answer).toMatchObject({ ok: false, error: { kind: 'internal' } });
  });

  it('passes events on to those who listen, until they stop', async () => {
    const { send } = network(() => new Response());
    const host = loopbackHost(() => 't', 's');
    const heard: string[] = [];
    const stop = host.on('scenario.changed', ({ id }) => heard.push(id));
    await Promise.resolve();
    send({ name: 'scenario.changed', payload: { id: 'a', revision: null } });
    await vi.waitFor(() => expect(heard).toEqual(['a']));
    stop();
    send({ name: 'scenario.changed', payload: { id: 'b', revision: null } });
    send({ name: 'library.changed', payload: { reason: 'added' } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard).toEqual(['a']);
  });
});

describe('takeToken', () => {
  it('takes the token out of the address and keeps it for a reload', () => {
    const kept = new Map<string, string>();
    const replaced: string[] = [];
    const page = (hash: string) =>
      ({
        location: { hash, pathname: '/', search: '' },
        history: { replaceState: (_: unknown, __: string, url: string) => replaced.push(url) },
        sessionStorage: { getItem: (key: string) => kept.get(key) ?? null, setItem: kept.set.bind(kept) },
      }) as unknown as Window;
    expect(takeToken(page('#token=abc'))).toBe('abc');
    expect(replaced).toEqual(['/']);
    expect(takeToken(page(''))).toBe('abc');
  });
});
