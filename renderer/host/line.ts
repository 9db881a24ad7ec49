import type { Fault } from '#shared/contract/fault.ts';
import { decodeNews, encodeLine, type LineCall } from '#shared/contract/line-messages.ts';
import { loopback } from '#shared/contract/loopback.ts';
import { createReceivedNumbers } from '#shared/contract/repeated-numbers.ts';
import { createSentTexts } from '#shared/contract/repeated-texts.ts';

/** What a line is made over. */
export interface LineParts {
  /** Opens a socket to the host; throws when it cannot even be tried. */
  readonly open: () => WebSocket;
  /** Asks the host whether a socket would be let in; gives what stands against it, or null. */
  readonly knock: () => Promise<string | null>;
  /** Hears every event that comes down. */
  readonly hear: (event: string, payload: unknown) => void;
}

/** The way of a page to its host and back. */
export interface Line {
  /** Asks, and gives what the host answers or a fault; never rejects. */
  readonly ask: (name: string, input: unknown) => Promise<unknown>;
}

const reconnectMilliseconds = 1_000;

/** Keeps a line to the host for as long as the page lives: when it breaks all who wait are told, and it is made again. */
export function createLine({ open, knock, hear }: LineParts): Line {
  const waiting = new Map<number, (reply: unknown) => void>();
  let unsent: LineCall[] = [];
  /** Of the present socket: another one leads to a memory that holds nothing. */
  let texts = createSentTexts();
  let socket: WebSocket | null = null;
  let isKnocking = false;
  let wasTried = false;
  let lastCall = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = async (): Promise<void> => {
    if (isKnocking || socket !== null) return;
    clearTimeout(timer);
    const isAgain = wasTried;
    wasTried = true;
    // A socket that is refused is not told why, and a browser holds back sockets to where some were refused.
    isKnocking = isAgain;
    const against = isAgain ? await knock() : null;
    isKnocking = false;
    if (against !== null) return lose(unreachable(against));
    try {
      socket = open();
    } catch (error) {
      return lose(unreachable(String(error)));
    }
    listen(socket, isAgain);
  };

  const listen = (opened: WebSocket, isAgain: boolean): void => {
    opened.binaryType = 'arraybuffer';
    const numbers = createReceivedNumbers();
    opened.onopen = () => {
      texts = createSentTexts();
      // A host that was started anew sends events only to a page that has asked what it is connected to.
      if (isAgain) opened.send(encodeLine({ call: nextCall(), name: 'app.describe', input: {} }));
      for (const message of unsent.splice(0)) send(opened, message);
    };
    opened.onmessage = ({ data }) => {
      const news = decodeNews(new Uint8Array(data), { numbers });
      // Which call it would have answered is not known, so that none can be left to wait.
      if (!news.ok) return opened.close(loopback.closes.unreadable, 'The message is no news.');
      if ('event' in news.value) return hear(news.value.event, news.value.payload);
      waiting.get(news.value.call)?.(news.value.reply);
      waiting.delete(news.value.call);
    };
    opened.onclose = ({ code, reason }) =>
      lose(code === loopback.closes.full ? full : unreachable(reason || 'the line to it broke'));
  };

  const send = (opened: WebSocket, message: LineCall): void => {
    const bytes = encodeLine(message, { texts });
    if (bytes.length <= loopback.messageLimit) {
      opened.send(bytes);
      return;
    }
    // What the memory took for sent was not.
    texts = createSentTexts();
    waiting.get(message.call)?.({ ok: false, error: tooLarge(bytes.length) });
    waiting.delete(message.call);
  };

  const lose = (fault: Fault): void => {
    socket = null;
    unsent = [];
    const lost = [...waiting.values()];
    waiting.clear();
    for (const settle of lost) settle({ ok: false, error: fault });
    timer = setTimeout(connect, reconnectMilliseconds);
  };

  const nextCall = (): number => {
    lastCall += 1;
    return lastCall;
  };

  void connect();
  return {
    ask: (name, input) =>
      new Promise((settle) => {
        const message = { call: nextCall(), name, input };
        waiting.set(message.call, settle);
        if (socket?.readyState === WebSocket.OPEN) return send(socket, message);
        unsent.push(message);
        void connect();
      }),
  };
}

const full: Fault = {
  kind: 'internal',
  message: 'Too many pages of Offtake are open. Close some, and this one goes on by itself.',
  incident: 'loopback',
};

function unreachable(why: string): Fault {
  return {
    kind: 'internal',
    message: `The browser host cannot be reached (${why}). Start it again with npm start and open the address it prints.`,
    incident: 'loopback',
  };
}

function tooLarge(bytes: number): Fault {
  const megabytes = (count: number): number => Math.ceil(count / 1024 / 1024);
  return {
    kind: 'refused',
    message: `What is to be handed over has ${megabytes(bytes)} MB, and the browser host takes at most ${megabytes(loopback.messageLimit)}. Hand over less at once.`,
  };
}
