import type { Ask, AssistAnswer, AssistRequest } from './questions.ts';

/** Starts the worker that knows the format, and gives a way to ask it. */
export function startAssistant(): Ask {
  const worker = new Worker(new URL('./assist.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, (answer: never) => void>();
  let number = 0;
  worker.onmessage = ({ data }: MessageEvent<AssistAnswer>) => {
    waiting.get(data.number)?.(data.answer as never);
    waiting.delete(data.number);
  };
  return (name, source, extra) => {
    number += 1;
    const request: AssistRequest = { number, name, source, extra };
    worker.postMessage(request);
    return new Promise((resolve) => waiting.set(request.number, resolve));
  };
}
