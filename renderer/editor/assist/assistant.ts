import type { Ask, AssistAnswer, AssistRequest, QuestionName } from './questions.ts';

/** Asked while somebody types or waits with a key pressed, and answered from a glance at the text. */
const urgent: ReadonlySet<QuestionName> = new Set(['complete', 'definition', 'renamable']);

/**
 * Starts the workers that know the format, and gives a way to ask them: one for what somebody waits for, one for what takes a
 * whole reading of the text, which in a long file would hold the others up.
 */
export function startAssistant(): Ask {
  const [quick, thorough] = [startWorker(), startWorker()];
  return (name, source, extra) => (urgent.has(name) ? quick : thorough)(name, source, extra);
}

function startWorker(): Ask {
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
