import { inspectScenario } from '#shared/scenario/read.ts';
import type { CheckAnswer, CheckRequest } from './checker.ts';

self.onmessage = ({ data }: MessageEvent<CheckRequest>) => {
  const answer: CheckAnswer = { number: data.number, problems: inspectScenario(data.source).problems };
  self.postMessage(answer);
};
