import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { Survey } from './survey.ts';

/** Takes stock of scenarios away from the screen's thread; of the questions about one file the newest wins. */
export interface Surveyor {
  /** Tells what a scenario is made of, unless a newer question about the same file came meanwhile. */
  survey(source: ScenarioSource, tell: (survey: Survey | null) => void): void;
  /** Says that somebody looks at the answers, until the returned function is called: they are then sought at once. */
  attend(): () => void;
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

/**
 * An answer nobody looks at waits until the hand has left the keys. It is thousands of small things, and those of every key
 * together make the page collect its memory in the middle of another key.
 */
const pauseMilliseconds = 1_000;

interface Question {
  readonly source: ScenarioSource;
  readonly tell: (survey: Survey | null) => void;
  isDue: boolean;
}

/**
 * Makes a surveyor over a worker that starts with the first question. One question is under way, of each file one may wait;
 * after each answer it rests for as long as that took, and longer.
 */
export function createSurveyor(start: () => SurveyPort, clock: SurveyClock): Surveyor {
  const waiting = new Map<string, Question>();
  let port: SurveyPort | null = null;
  let asked: Question | null = null;
  let number = 0;
  let began = 0;
  let onlookers = 0;
  let isResting = false;

  const askNext = (): void => {
    if (asked !== null || isResting) return;
    const next = [...waiting.values()].find(({ isDue }) => isDue || onlookers > 0);
    if (next === undefined) return;
    waiting.delete(next.source.id);
    port ??= open();
    asked = next;
    number += 1;
    began = clock.now();
    port.postMessage({ number, source: next.source });
  };
  const open = (): SurveyPort => {
    const opened = start();
    opened.onmessage = ({ data }) => {
      if (data.number !== number || asked === null) return;
      const answered = asked;
      asked = null;
      isResting = true;
      clock.after((clock.now() - began) * restPerWork, () => {
        isResting = false;
        askNext();
      });
      if (!waiting.has(answered.source.id)) answered.tell(data.survey);
    };
    return opened;
  };
  return {
    survey(source, tell) {
      const question: Question = { source, tell, isDue: false };
      waiting.set(source.id, question);
      if (onlookers > 0) return askNext();
      clock.after(pauseMilliseconds, () => {
        question.isDue = true;
        askNext();
      });
    },
    attend() {
      onlookers += 1;
      askNext();
      let isHere = true;
      return () => {
        if (isHere) onlookers -= 1;
        isHere = false;
      };
    },
    close() {
      port?.terminate();
      port = null;
      asked = null;
      waiting.clear();
    },
  };
}
