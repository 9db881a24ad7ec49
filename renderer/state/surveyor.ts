import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { Survey } from './survey.ts';

/** Takes stock of scenarios away from the screen's thread; the newest question wins. */
export interface Surveyor {
  /** Tells what a scenario is made of, unless a newer question came meanwhile. */
  survey(source: ScenarioSource, tell: (survey: Survey | null) => void): void;
  close(): void;
}

export interface SurveyRequest {
  readonly number: number;
  readonly source: ScenarioSource;
}

export interface SurveyAnswer {
  readonly number: number;
  readonly survey: Survey | null;
}

/** The part of a web worker a surveyor needs. */
export interface SurveyPort {
  postMessage(request: SurveyRequest): void;
  onmessage: ((event: MessageEvent<SurveyAnswer>) => void) | null;
  terminate(): void;
}

interface Question {
  readonly source: ScenarioSource;
  readonly tell: (survey: Survey | null) => void;
}

/** Makes a surveyor over a worker that starts with the first question. One question is under way, one may wait. */
export function createSurveyor(start: () => SurveyPort): Surveyor {
  let port: SurveyPort | null = null;
  let asked: Question | null = null;
  let waiting: Question | null = null;
  let number = 0;

  const ask = (question: Question) => {
    port ??= open();
    asked = question;
    number += 1;
    port.postMessage({ number, source: question.source });
  };
  const open = (): SurveyPort => {
    const opened = start();
    opened.onmessage = ({ data }) => {
      if (data.number !== number) return;
      const answered = asked;
      const next = waiting;
      asked = null;
      waiting = null;
      if (next) ask(next);
      else answered?.tell(data.survey);
    };
    return opened;
  };
  return {
    survey(source, tell) {
      if (asked) waiting = { source, tell };
      else ask({ source, tell });
    },
    close() {
      port?.terminate();
      port = null;
      asked = null;
      waiting = null;
    },
  };
}
