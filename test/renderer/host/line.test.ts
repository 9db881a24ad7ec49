import fc from 'fast-check';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { decodeCall, encodeLine, type LineCall, type LineNews } from '#shared/contract/line-messages.ts';
import { loopback } from '#shared/contract/loopback.ts';
import { createSentNumbers, type SentNumbers } from '#shared/contract/repeated-numbers.ts';
import { createReceivedTexts } from '#shared/contract/repeated-texts.ts';
import { createLine } from '../../../renderer/host/line.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('WebSocket', FakeSocket);
  onTestFinished(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
});

/** A socket whose other end is the test. */
class FakeSocket {
  static readonly OPEN = 1;
  readyState = 0;
  binaryType = 'blob';
  onopen: (() => void) | null = null;
  onmessage: ((event: { readonly data: ArrayBuffer }) => void) | null = null;
  onclose: ((event: { readonly code: number; readonly reason: string }) => void) | null = null;
  readonly sent: LineCall[] = [];
  /** Bytes of each message. */
  readonly lengths: number[] = [];
  readonly texts = createReceivedTexts();
  closedWith: number | null = null;

  send(bytes: Uint8Array): void {
    const call = decodeCall(bytes, { texts: this.texts });
    if (!call.ok || this.readyState !== FakeSocket.OPEN) throw new Error('This cannot be sent.');
    this.sent.push(call.value);
    this.lengths.push(bytes.length);
  }

  close(code: number): void {
    this.closedWith = code;
    this.break(code);
  }

  begin(): void {
    this.readyState = FakeSocket.OPEN;
    this.onopen?.();
  }

  tell(news: LineNews, numbers?: SentNumbers): void {
    this.onmessage?.({ data: encodeLine(news, numbers && { numbers }).buffer });
  }

  break(code = 1006, reason = ''): void {
    this.readyState = 3;
    this.onclose?.({ code, reason });
  }
}

/** A line whose sockets and knocks are in the hands of the test. */
function lineInHand(knock: () => Promise<string | null> = async () => null) {
  const sockets: FakeSocket[] = [];
  const heard: unknown[] = [];
  const knocks = vi.fn(knock);
  const line = createLine({
    open: () => {
      const socket = new FakeSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
    knock: knocks,
    hear: (event, payload) => heard.push([event, payload]),
  });
  const newest = (): FakeSocket => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('There is no socket yet.');
    return socket;
  };
  return { line, sockets, heard, knocks, newest };
}

const settled = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);
const unreachable = { ok: false, error: { kind: 'internal', incident: 'loopback' } };

describe('the line of a page', () => {
  it('is opened at once, and keeps what is asked meanwhile for when it stands', async () => {
    const { line, newest, sockets } = lineInHand();
    expect(sockets).toHaveLength(1);
    const first = line.ask('one', 1);
    const second = line.ask('two', 2);
    newest().begin();
    expect(newest().binaryType).toBe('arraybuffer');
    expect(newest().sent.map(({ name, input }) => [name, input])).toEqual([
      ['one', 1],
      ['two', 2],
    ]);
    const [one, two] = newest().sent;
    newest().tell({ call: two?.call ?? 0, reply: 'b' });
    newest().tell({ call: one?.call ?? 0, reply: 'a' });
    expect(await Promise.all([first, second])).toEqual(['a', 'b']);
  });

  it('tells all who wait when it breaks, and each call after that tries at once', async () => {
    const { line, newest, sockets } = lineInHand();
    newest().begin();
    const lost = [line.ask('one', 1), line.ask('two', 2)];
    newest().break();
    for (const answer of await Promise.all(lost)) {
      expect(answer).toMatchObject(unreachable);
      expect(answer).toHaveProperty(
        'error.message',
        expect.stringMatching(/cannot be reached \(.+\)\. Start/),
      );
    }
    const next = line.ask('three', 3);
    await settled();
    expect(sockets).toHaveLength(2);
    newest().begin();
    expect(newest().sent.map(({ name }) => name)).toEqual(['app.describe', 'three']);
    newest().tell({ call: newest().sent[1]?.call ?? 0, reply: 'c' });
    expect(await next).toBe('c');
    // What was made again for a call is not made once more by the timer.
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sockets).toHaveLength(2);
  });

  it('is made again by itself, after which the host is asked what it is', async () => {
    const { newest, sockets } = lineInHand();
    newest().begin();
    expect(newest().sent).toEqual([]);
    newest().break();
    await vi.advanceTimersByTimeAsync(999);
    expect(sockets).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(sockets).toHaveLength(2);
    newest().begin();
    expect(newest().sent.map(({ name }) => name)).toEqual(['app.describe']);
  });

  it('opens no socket to a host that would not let it in, and says why', async () => {
    let against: string | null = 'it answered 401 Unauthorized';
    const { line, newest, sockets, knocks } = lineInHand(async () => against);
    newest().break();
    expect(await line.ask('one', 1)).toHaveProperty('error.message', expect.stringContaining('401'));
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sockets).toHaveLength(1);
    expect(knocks).toHaveBeenCalledTimes(11);
    against = null;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sockets).toHaveLength(2);
  });

  it('knocks once for all who ask while it knocks', async () => {
    const { line, newest, knocks, sockets } = lineInHand();
    newest().break();
    const asked = [line.ask('one', 1), line.ask('two', 2)];
    await settled();
    expect([knocks.mock.calls.length, sockets.length]).toEqual([1, 2]);
    newest().break();
    for (const answer of await Promise.all(asked)) expect(answer).toMatchObject(unreachable);
  });

  it('is a fault, and no error, where a socket cannot even be tried', async () => {
    const line = createLine({
      open: () => {
        throw new SyntaxError('no such protocol');
      },
      knock: async () => null,
      hear: () => undefined,
    });
    expect(await line.ask('one', 1)).toHaveProperty(
      'error.message',
      expect.stringContaining('no such protocol'),
    );
  });

  it('lets nobody wait for an answer that could not be read', async () => {
    const { line, newest } = lineInHand();
    newest().begin();
    const answer = line.ask('one', 1);
    newest().onmessage?.({ data: new Uint8Array([1, 2]).buffer });
    expect(await answer).toMatchObject(unreachable);
    expect(newest().closedWith).toBe(loopback.closes.unreadable);
  });

  it('passes events on, and forgets answers nobody waits for', () => {
    const { newest, heard } = lineInHand();
    newest().begin();
    newest().tell({ call: 99, reply: 'late' });
    newest().tell({ event: 'library.changed', payload: { reason: 'added' } });
    expect(heard).toEqual([['library.changed', { reason: 'added' }]]);
  });

  it('says so when there are too many pages, and what is too large without sending it', async () => {
    const { line, newest } = lineInHand();
    newest().begin();
    const large = await line.ask('large', new Uint8Array(loopback.messageLimit));
    expect(large).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(newest().sent).toEqual([]);
    const one = line.ask('one', 1);
    newest().break(loopback.closes.full, 'Too many pages are open.');
    expect(await one).toHaveProperty('error.message', expect.stringMatching(/Close some/));
  });

  it('sends a long text once, and in full again down another line', async () => {
    const { line, newest } = lineInHand();
    const text = 'text '.repeat(1_000);
    void line.ask('early', { text });
    newest().begin();
    void line.ask('again', { text });
    expect(newest().sent.map(({ input }) => input)).toEqual([{ text }, { text }]);
    expect(newest().lengths[0]).toBeGreaterThan(5_000);
    expect(newest().lengths[1]).toBeLessThan(100);
    newest().break();
    void line.ask('anew', { text });
    await settled();
    newest().begin();
    expect(newest().sent.map(({ name }) => name)).toEqual(['app.describe', 'anew']);
    expect(newest().sent[1]?.input).toEqual({ text });
  });

  it('puts numbers together that came down before, and takes none from another line', async () => {
    const { heard, newest } = lineInHand();
    newest().begin();
    const numbers = createSentNumbers();
    const values = Float64Array.from({ length: 2_000 }, (_, at) => at);
    for (const value of [0, 0.5]) {
      values[7] = value;
      newest().tell({ event: 'some', payload: values.slice() }, numbers);
    }
    expect(heard.at(-1)).toEqual(['some', values]);
    newest().break();
    await vi.advanceTimersByTimeAsync(1_000);
    newest().begin();
    newest().tell({ event: 'some', payload: values }, numbers);
    expect(heard).toHaveLength(2);
    expect(newest().closedWith).toBe(loopback.closes.unreadable);
  });

  it('refuses what is too large also where it had to wait, and sends the rest', async () => {
    const { line, newest } = lineInHand();
    const large = line.ask('large', new Uint8Array(loopback.messageLimit));
    void line.ask('small', 1);
    newest().begin();
    expect(await large).toMatchObject({ ok: false, error: { kind: 'refused' } });
    expect(newest().sent.map(({ name }) => name)).toEqual(['small']);
  });

  it('takes no text for sent that was in something too large', async () => {
    const { line, newest } = lineInHand();
    newest().begin();
    const text = 'text '.repeat(1_000);
    await line.ask('large', { text, sheet: new Uint8Array(loopback.messageLimit) });
    void line.ask('next', { text });
    expect(newest().sent.map(({ input }) => input)).toEqual([{ text }]);
  });

  it('answers every call exactly once and has one socket at a time, whatever happens to it', async () => {
    const step = fc.oneof(
      fc.constant('ask' as const),
      fc.constant('open' as const),
      fc.constant('answer' as const),
      fc.constant('break' as const),
      fc.constant('wait' as const),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), fc.boolean(), async (steps, isRefused) => {
        let turn = 0;
        const { line, sockets, newest } = lineInHand(async () => {
          turn += 1;
          return isRefused && turn % 3 === 0 ? 'refused' : null;
        });
        const answers: unknown[][] = [];
        for (const one of steps) {
          const socket = newest();
          if (one === 'ask') {
            const mine: unknown[] = [];
            const at = answers.push(mine) - 1;
            void line.ask('call', at).then((reply) => mine.push(reply));
          } else if (one === 'open' && socket.readyState === 0) socket.begin();
          else if (one === 'answer' && socket.readyState === FakeSocket.OPEN) {
            const call = socket.sent.at(-1);
            if (call?.name === 'call') socket.tell({ call: call.call, reply: { answerTo: call.input } });
          } else if (one === 'break' && socket.readyState < 2) socket.break();
          else if (one === 'wait') await vi.advanceTimersByTimeAsync(700);
          await settled();
          expect(sockets.filter(({ readyState }) => readyState < 2).length).toBeLessThan(2);
        }
        if (newest().readyState < 2) newest().break();
        await settled();
        if (newest().readyState < 2) newest().break();
        await settled();
        for (const [at, mine] of answers.entries()) {
          expect(mine).toHaveLength(1);
          const [reply] = mine;
          if (reply !== null && typeof reply === 'object' && 'answerTo' in reply)
            expect(reply.answerTo).toBe(at);
          else expect(reply).toMatchObject(unreachable);
        }
        for (const [at, { sent }] of sockets.entries()) {
          if (at > 0 && sent.length > 0) expect(sent[0]?.name).toBe('app.describe');
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });
});
