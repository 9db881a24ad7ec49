import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparisonQuestions, scenarioQuestions } from '#shared/export/questions/question.ts';
import {
  question,
  questionKinds,
  questionText,
  readQuestion,
} from '#shared/export/questions/question-text.ts';

const numbers = ['least', 'most', 'from', 'to', 'and-from', 'and-to', 'target'];
const words = (kind: string): Record<string, fc.Arbitrary<unknown>> => {
  const forms: Record<string, object> = { ...scenarioQuestions, ...comparisonQuestions };
  const of = (key: string): fc.Arbitrary<unknown> => {
    if (key === 'at' || key === 'until')
      return fc
        .tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 }))
        .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}`);
    if (key === 'steps') return fc.integer({ min: 2, max: 60 });
    if (key === 'draws') return fc.integer({ min: 64, max: 100_000 });
    if (key === 'share') return fc.double({ min: 0.001, max: 0.999, noNaN: true });
    if (numbers.includes(key))
      return fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
    if (key === 'method') return fc.constantFrom('rank', 'tornado', 'sobol');
    if (key === 'show') return fc.constantFrom('central', 'mean', 'p50');
    if (key === 'statistic') return fc.constantFrom('central', 'mean', 'p5', 'p50', 'p95');
    if (key === 'netted') return fc.constant('yes');
    if (key === 'events') return fc.constantFrom('moved', 'all');
    if (key === 'side') return fc.constantFrom('at-least', 'at-most');
    if (key === 'by' && kind === 'bridge') return fc.constantFrom('input', 'deal', 'theme');
    return fc.string({ minLength: 1, unit: 'grapheme' });
  };
  return Object.fromEntries(
    Object.keys(forms[kind] ?? {}).map((key) => [key, fc.option(of(key), { nil: null })]),
  );
};

describe('a question as the id of a page', () => {
  it('is read as it was written, whatever its words hold, and holds nothing that would end it', () => {
    const any = fc
      .constantFrom(...questionKinds)
      .chain((kind) => fc.record(words(kind)).map((own) => question(kind as 'distribution', own)));
    fc.assert(
      fc.property(any, (asked) => {
        const text = questionText(asked);
        expect(text).toMatch(/^[\w%.=:-]+$/);
        const read = readQuestion(text);
        expect(read).toEqual({ ok: true, value: asked });
        expect(read.ok && read.value && questionText(read.value)).toBe(text);
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it('leaves what has its usual value out', () => {
    expect(questionText(question('bridge', {}))).toBe('bridge');
    expect(questionText(question('river', { method: 'sobol' }))).toBe('river:method=sobol');
    expect(readQuestion('capacity')).toEqual({ ok: true, value: null });
  });

  it.each([
    ['distribution:off=a', /“distribution:off=a”: distribution takes no word “off”; it takes of and at\./],
    ['checks:at=2030-01', /checks takes no word “at”; it takes none\./],
    ['distribution:at=2030', /at=2030: a month such as 2030-12 is expected\./],
    ['river:method=guess', /method=guess: one of rank, tornado and sobol is expected\./],
    ['sweep:steps=1', /steps=1: a whole number from 2 to 60 is expected\./],
    ['probability:least=', /least=: a number is expected\./],
    ['seek:share=90', /share=90: a number from 0\.001 to 0\.999 is expected\./],
    ['sweep:over=%zz', /over=%zz: a sign after % is not written as UTF-8\./],
  ])('says what is wrong with %s', (id, message) => {
    const read = readQuestion(id);
    expect(read.ok ? '' : read.error).toMatch(message);
  });
});
