import { monthLabel } from '#shared/view/calendar.ts';
import { formatNumber } from '#shared/view/format.ts';
import { monthOf } from './comparison-month.ts';
import type { Question } from './question.ts';

/** Says how measures and charts are called; what is unknown is called by its id. */
export interface QuestionNames {
  readonly measure: (id: string) => string;
  readonly chart: (id: string) => string;
  /** The measure meant where a question names none. */
  readonly usualMeasure: string;
}

const statistics = { central: 'central path', mean: 'means', p5: 'P5', p50: 'medians', p95: 'P95' } as const;

/** Names the page of a question for whoever chooses pages, before anything of it is computed. */
export function questionWords(question: Question, names: QuestionNames): string {
  const measure = (id: string | null) => names.measure(id ?? names.usualMeasure);
  const at = (code: string | null) => (code === null ? '' : ` at ${monthLabel(monthOf(code))}`);
  const of = (asked: { readonly of: string | null; readonly at: string | null }) =>
    `${measure(asked.of)}${at(asked.at)}`;
  switch (question.kind) {
    case 'table':
      return `Figures of ${names.chart(question.of ?? 'capacity')}`;
    case 'tornado':
      return `What moves ${of(question)}: tornado`;
    case 'sensitivity':
      return `What moves ${of(question)}: table, ${question.method ?? 'rank'}`;
    case 'river':
      return `What drives ${measure(question.of)} by month, ${question.method ?? 'rank'}`;
    case 'distribution':
      return `Distribution of ${of(question)}`;
    case 'probability': {
      const [side, value] =
        question.least === null ? ['at most', question.most] : ['at least', question.least];
      return `Probability of ${of(question)} ${side} ${formatNumber(value ?? Number.NaN, 0)}`;
    }
    case 'sweep': {
      const inputs = [question.over, question.and].filter((key) => key !== null).join(' and ');
      return `${of(question)} over ${inputs}${question.draws === null ? '' : ', in draws'}`;
    }
    case 'seek':
      return `Goal seek: ${of(question)} by ${question.by ?? 'an input'}`;
    case 'money':
      return `Who pays whom${question.until === null ? '' : ` to ${monthLabel(monthOf(question.until))}`}${netted(question.netted)}`;
    case 'ledger':
      return `Ledger${question.until === null ? '' : ` to ${monthLabel(monthOf(question.until))}`}${netted(question.netted)}`;
    case 'checks':
      return 'Checks';
    case 'actuals':
      return 'Observed against expected';
    case 'sources':
      return 'What the disagreement of sources does';
    case 'outcomes':
      return `Comparison: headline figures${at(question.at)}, ${statistics[question.show ?? 'mean']}`;
    case 'overlay':
      return `Comparison: ${measure(question.of)}, ${statistics[question.show ?? 'mean']}`;
    case 'multiples':
      return `Comparison: ${measure(question.of)} side by side, ${statistics[question.show ?? 'mean']}`;
    case 'bridge':
      return `Bridge of ${of(question)} by ${question.by ?? 'input'}, ${statistics[question.statistic ?? 'central']}`;
    case 'difference':
      return `Distribution of the difference in ${of(question)}`;
    case 'beliefs':
      return `Beliefs and decisions: ${of(question)}, ${statistics[question.statistic ?? 'central']}`;
    case 'corners':
      return `Beliefs and decisions by month: ${measure(question.of)}`;
    case 'milestones':
      return `Milestones, ${question.events === 'all' ? 'all' : 'those that moved'}`;
    case 'differences':
      return `Inputs that differ, by their effect on ${of(question)}`;
  }
}

function netted(word: 'yes' | null): string {
  return word === null ? '' : ', netted';
}
