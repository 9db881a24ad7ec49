import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { faultOfWords } from '../../../renderer/state/form-words.ts';
import { surveyScenario } from '../../../renderer/state/survey.ts';

const id = 'amazon-anthropic.scenario.yaml';
const survey = surveyScenario({
  id,
  text: readFileSync(`scenarios/${id}`, 'utf8'),
  files: { 'catalogue/chips.yaml': readFileSync('scenarios/catalogue/chips.yaml', 'utf8') },
});

function fault(path: string, words: string, mayBeUncertain = true) {
  const value = survey?.inputs.find((one) => one.path === path);
  if (!survey || !value) throw new Error(`no input ${path}`);
  const assumptions = survey.assumptions.map(({ key }) => key);
  return faultOfWords(words, { value, start: survey.start, assumptions, mayBeUncertain });
}

const ceiling = 'deals.aws.capacity.ceiling';

describe('faultOfWords', () => {
  it('lets everything stand that the reader reads', () => {
    for (const words of ['5 GW', 'up to 5 GW', '3 to 6 GW', 'pert(3, 4, 6) GW, at most 5 GW', '=growth']) {
      expect(fault(ceiling, words), words).toBeNull();
    }
    expect(fault('deals.aws.commitment.amount', 'reported')).toBeNull();
    for (const value of survey?.inputs.filter(
      ({ origin, reference }) => origin === 'written' && !reference,
    ) ?? []) {
      expect(fault(value.path, value.text), value.path).toBeNull();
    }
  });

  it('names the fault and offers the words mended', () => {
    expect(fault(ceiling, '5 gw')).toMatchObject({ fix: { words: '5 GW' } });
    expect(fault(ceiling, '5 bananas')?.message).toContain('bananas');
    expect(fault(ceiling, '-5 GW')?.message).toContain('too small');
    expect(fault(ceiling, '=nothing-such')?.message).toContain('not an assumption');
    expect(fault(ceiling, 'reported')?.message).toContain('Nothing is reported');
  });

  it('keeps certain what the shape of the run depends on', () => {
    expect(fault('horizon', '10 to 12 years', false)?.message).toContain('one plain value');
    expect(fault('horizon', '10 years', false)).toBeNull();
  });
});
