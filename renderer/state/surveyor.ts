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

/** Time, as a surveyor needs it. */
export interface SurveyClock {
  /** Milliseconds that only go forward. */
  now(): number;
  after(milliseconds: number, goOn: () => void): void;
}

/** Of a long text under quick keys nobody reads the lists meanwhile: the keys are to have the core. */
const restPerWork = 2;

interface Question {
  readonly source: ScenarioSource;
  readonly tell: (survey: Survey | null) => void;
}

/**
 * Makes a surveyor over a worker that starts with the first question. One question is under way, one may wait; after each
 * answer it rests for as long as that took, and longer.
 */
export function createSurveyor(start: () => SurveyPort, clock: SurveyClock): Surveyor {
  let port: SurveyPort | null = null;
  let asked: Question | null = null;
  let waiting: Question | null = null;
  let number = 0;
  let began = 0;
  let isResting = false;

  const ask = (question: Question) => {
    port ??= open();
    asked = question;
    number += 1;
    began = clock.now();
    port.postMessage({ number, source: question.source });
  };
  const open = (): SurveyPort => {
    const opened = start();
    opened.onmessage = ({ data }) => {
      if (data.number !== number) return;
      const answered = asked;
      asked = null;
      isResting = true;
      clock.after((clock.now() - began) * restPerWork, endRest);
      if (waiting === null) answered?.tell(data.survey);
    };
    return opened;
  };
  const endRest = (): void => {
    isResting = false;
    const next = waiting;
    waiting = null;
    if (next) ask(next);
  };
  return {
    survey(source, tell) {
      if (asked || isResting) waiting = { source, tell };
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
