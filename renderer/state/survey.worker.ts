import { surveyScenario } from './survey.ts';
import type { SurveyAnswer, SurveyRequest } from './surveyor.ts';

self.onmessage = ({ data }: MessageEvent<SurveyRequest>) => {
  const answer: SurveyAnswer = { number: data.number, survey: surveyScenario(data.source) };
  self.postMessage(answer);
};
