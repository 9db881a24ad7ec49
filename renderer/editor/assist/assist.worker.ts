import { createAnswers } from './answers.ts';
import type { AssistAnswer, AssistRequest } from './questions.ts';

const answers = createAnswers();

self.onmessage = ({ data }: MessageEvent<AssistRequest>) => {
  const answer: AssistAnswer = {
    number: data.number,
    answer: answers[data.name](data.source, data.extra as never),
  };
  self.postMessage(answer);
};
