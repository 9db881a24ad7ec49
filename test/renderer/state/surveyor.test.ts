import { describe, expect, it } from 'vitest';
import type { Survey } from '../../../renderer/state/survey.ts';
import { createSurveyor, type SurveyPort, type SurveyRequest } from '../../../renderer/state/surveyor.ts';

const survey: Survey = {
  start: { year: 2026, month: 4 },
  inputs: [],
  shareGroups: [],
  sources: [],
  assumptions: [],
};
const pauseMilliseconds = 1_000;

/** A surveyor whose worker answers, and whose clock moves, when the test says so. */
function scene() {
  const asked: SurveyRequest[] = [];
  const told: string[] = [];
  const port: SurveyPort = {
    onmessage: null,
    postMessage: (request) => asked.push(request),
    terminate: () => undefined,
  };
  const alarms: { readonly at: number; readonly goOn: () => void }[] = [];
  let now = 0;
  const surveyor = createSurveyor(() => port, {
    now: () => now,
    after: (milliseconds, goOn) => void alarms.push({ at: now + milliseconds, goOn }),
  });
  const pass = (milliseconds: number) => {
    now += milliseconds;
    for (const alarm of alarms.filter(({ at }) => at <= now)) {
      alarms.splice(alarms.indexOf(alarm), 1);
      alarm.goOn();
    }
  };
  const answer = (number: number) => port.onmessage?.({ data: { number, survey } } as MessageEvent);
  const ask = (text: string, id = 'a') => surveyor.survey({ id, text, files: {} }, () => told.push(text));
  const texts = () => asked.map((request) => request.source.text);
  return { texts, told, ask, answer, surveyor, pass };
}

describe('the surveyor, while somebody looks', () => {
  it('tells the answer to the one who asked, at once', () => {
    const { ask, answer, told, surveyor } = scene();
    surveyor.attend();
    ask('one');
    answer(1);
    expect(told).toEqual(['one']);
  });

  it('skips what is out of date: one under way, the newest next, the rest never asked', () => {
    const { ask, answer, texts, told, pass, surveyor } = scene();
    surveyor.attend();
    for (const text of ['one', 'two', 'three']) ask(text);
    answer(1);
    pass(1);
    answer(2);
    expect(texts()).toEqual(['one', 'three']);
    expect(told).toEqual(['three']);
  });

  it('rests for twice the time a text took, then takes the newest', () => {
    const { ask, answer, texts, told, pass, surveyor } = scene();
    surveyor.attend();
    ask('one');
    pass(40);
    answer(1);
    expect(told).toEqual(['one']);
    ask('two');
    ask('three');
    pass(79);
    expect(texts()).toEqual(['one']);
    pass(1);
    expect(texts()).toEqual(['one', 'three']);
  });

  it('loses no file over another', () => {
    const { ask, answer, told, pass, surveyor } = scene();
    surveyor.attend();
    ask('one of a', 'a');
    ask('one of b', 'b');
    ask('one of c', 'c');
    for (const number of [1, 2, 3]) {
      answer(number);
      pass(1);
    }
    expect(told).toEqual(['one of a', 'one of b', 'one of c']);
  });

  it('says nothing after it is closed', () => {
    const { ask, answer, told, surveyor } = scene();
    surveyor.attend();
    ask('one');
    surveyor.close();
    answer(1);
    expect(told).toEqual([]);
  });
});

describe('the surveyor, while nobody looks', () => {
  it('waits until the keys pause, then asks for the last text alone', () => {
    const { ask, texts, pass } = scene();
    for (const text of ['one', 'two', 'three']) {
      ask(text);
      pass(pauseMilliseconds - 1);
    }
    expect(texts()).toEqual([]);
    pass(1);
    expect(texts()).toEqual(['three']);
  });

  it('asks at once for what waits when somebody comes to look', () => {
    const { ask, texts, surveyor } = scene();
    ask('one');
    surveyor.attend();
    expect(texts()).toEqual(['one']);
  });

  it('waits again when the last of those who looked has gone, whoever says twice that he goes', () => {
    const { ask, texts, answer, pass, surveyor } = scene();
    const goes = surveyor.attend();
    const goesToo = surveyor.attend();
    goes();
    goes();
    ask('one');
    expect(texts()).toEqual(['one']);
    answer(1);
    pass(1);
    goesToo();
    ask('two');
    expect(texts()).toEqual(['one']);
    pass(pauseMilliseconds);
    expect(texts()).toEqual(['one', 'two']);
  });

  it('asks nothing after it is closed', () => {
    const { ask, texts, pass, surveyor } = scene();
    ask('one');
    surveyor.close();
    pass(pauseMilliseconds);
    expect(texts()).toEqual([]);
  });
});
