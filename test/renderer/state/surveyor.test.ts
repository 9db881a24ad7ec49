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
const source = (text: string) => ({ id: 'a', text, files: {} });

function scene() {
  const asked: SurveyRequest[] = [];
  const told: string[] = [];
  const port: SurveyPort = {
    onmessage: null,
    postMessage: (request) => asked.push(request),
    terminate: () => undefined,
  };
  const rests: { readonly milliseconds: number; readonly goOn: () => void }[] = [];
  let now = 0;
  const surveyor = createSurveyor(() => port, {
    now: () => now,
    after: (milliseconds, goOn) => void rests.push({ milliseconds, goOn }),
  });
  const pass = (milliseconds: number) => {
    now += milliseconds;
  };
  const rested = () => rests.shift()?.goOn();
  const answer = (number: number) => port.onmessage?.({ data: { number, survey } } as MessageEvent);
  const ask = (text: string) => surveyor.survey(source(text), () => told.push(text));
  return { asked, told, ask, answer, surveyor, pass, rested, rests };
}

describe('the surveyor', () => {
  it('tells the answer to the one who asked', () => {
    const { ask, answer, told } = scene();
    ask('one');
    answer(1);
    expect(told).toEqual(['one']);
  });

  it('skips what is out of date: one under way, the newest next, the rest never asked', () => {
    const { ask, answer, asked, told, rested } = scene();
    for (const text of ['one', 'two', 'three']) ask(text);
    answer(1);
    rested();
    answer(2);
    expect(asked.map((request) => request.source.text)).toEqual(['one', 'three']);
    expect(told).toEqual(['three']);
  });

  it('rests for twice the time a text took, then takes the newest', () => {
    const { ask, answer, asked, told, pass, rested, rests } = scene();
    ask('one');
    pass(40);
    answer(1);
    expect(told).toEqual(['one']);
    expect(rests).toMatchObject([{ milliseconds: 80 }]);
    ask('two');
    ask('three');
    expect(asked).toHaveLength(1);
    rested();
    expect(asked.map((request) => request.source.text)).toEqual(['one', 'three']);
  });

  it('says nothing after it is closed', () => {
    const { ask, answer, told, surveyor } = scene();
    ask('one');
    surveyor.close();
    answer(1);
    expect(told).toEqual([]);
  });
});
