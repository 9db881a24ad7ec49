import { expect, it } from 'vitest';
import { question } from '#shared/export/questions/question-text.ts';
import { thresholdOf } from '#shared/export/questions/threshold.ts';

it('takes the one value a question of probability names, and neither of two', () => {
  expect(thresholdOf(question('probability', { least: 2 }))).toEqual({ comparison: 'at-least', value: 2 });
  expect(thresholdOf(question('probability', { most: 2 }))).toEqual({ comparison: 'at-most', value: 2 });
  expect(thresholdOf(question('probability', {}))).toBeNull();
  expect(thresholdOf(question('probability', { least: 1, most: 2 }))).toBeNull();
});
