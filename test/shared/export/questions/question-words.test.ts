import { describe, expect, it } from 'vitest';
import { questionKinds, readQuestion } from '#shared/export/questions/question-text.ts';
import { questionWords } from '#shared/export/questions/question-words.ts';
import { comparisonCharts, scenarioCharts } from '../../../support/asked-document.ts';

const names = {
  measure: (id: string) => `measure ${id}`,
  chart: (id: string) => `chart ${id}`,
  usualMeasure: 'usual',
};

function wordsOf(id: string): string {
  const read = readQuestion(id);
  return read.ok && read.value !== null ? questionWords(read.value, names) : '';
}

describe('the name of a page that asks something', () => {
  it('is there for every kind, and tells any two pages apart', () => {
    expect(new Set(questionKinds.map(wordsOf)).size).toBe(questionKinds.length);
    const charts = [...scenarioCharts, ...comparisonCharts].filter((id) => id !== 'compare');
    // What has its usual value said is the same question.
    expect(new Set(charts.map(wordsOf)).size).toBe(charts.length);
    for (const id of charts) expect(wordsOf(id), id).toMatch(/^[A-Zm]\w+/);
  });

  it('says measure, month, method and inputs in words', () => {
    expect(wordsOf('distribution:of=a.b:at=2030-12')).toBe('Distribution of measure a.b at Dec 2030');
    expect(wordsOf('river:method=sobol')).toBe('What drives measure usual by month, sobol');
    expect(wordsOf('sweep:over=x:and=y:draws=64')).toBe('measure usual over x and y, in draws');
    expect(wordsOf('bridge:statistic=p5:by=deal')).toBe('Bridge of measure usual by deal, P5');
    expect(wordsOf('ledger:until=2027-01:netted=yes')).toBe('Ledger to Jan 2027, netted');
    expect(wordsOf('table:of=fleet')).toBe('Figures of chart fleet');
  });
});
