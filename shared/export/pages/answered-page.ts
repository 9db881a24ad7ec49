import type { Question } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import type { ExportWishes } from '../wishes.ts';
import { actualsPage } from './actuals-page.ts';
import { checksPage } from './checks-page.ts';
import type { Seen } from './compare-page.ts';
import { distributionPage } from './distribution-page.ts';
import { figuresPage } from './figures-page.ts';
import { ledgerPage } from './ledger-page.ts';
import { moneyPage } from './money-page.ts';
import type { ExportPage } from './page.ts';
import { probabilityPage } from './probability-page.ts';
import { riverPage } from './river-page.ts';
import { seekPage } from './seek-page.ts';
import { sensitivityPage } from './sensitivity-page.ts';
import { sourcesPage } from './sources-page.ts';
import { sweepPage } from './sweep-page.ts';
import { tornadoPage } from './tornado-page.ts';

/** Makes the page of a question about one scenario; null where it has no answer. */
export function answeredPage(
  version: string,
  { scenario, lens }: Seen,
  question: Question,
  wishes: ExportWishes,
): ExportPage | null {
  const answer = scenario.answers.get(questionText(question)) ?? null;
  switch (question.kind) {
    case 'table':
      return figuresPage(version, scenario, question, wishes);
    case 'money':
      return moneyPage(version, scenario, question);
    case 'ledger':
      return ledgerPage(version, scenario, question);
    case 'checks':
      return checksPage(version, scenario);
    case 'tornado':
      return answer?.kind === 'sensitivity' && answer.result.method === 'tornado'
        ? tornadoPage(version, scenario, question, answer.result)
        : null;
    case 'sensitivity':
      return answer?.kind === 'sensitivity'
        ? sensitivityPage(version, scenario, question, answer.result)
        : null;
    case 'river':
      return answer?.kind === 'sensitivity' ? riverPage(version, scenario, question, answer.result) : null;
    case 'distribution':
      return answer?.kind === 'distribution'
        ? distributionPage(version, scenario, lens, question, answer.result)
        : null;
    case 'probability':
      return answer?.kind === 'distribution'
        ? probabilityPage(version, scenario, lens, question, answer.result)
        : null;
    case 'sweep':
      return answer?.kind === 'sweep' ? sweepPage(version, scenario, question, answer.result) : null;
    case 'seek':
      return answer?.kind === 'seek'
        ? seekPage(version, scenario, question, answer.result, question.of ?? wishes.of)
        : null;
    case 'actuals':
      return answer?.kind === 'actuals' ? actualsPage(version, scenario, answer.result) : null;
    case 'sources':
      return answer?.kind === 'sources' ? sourcesPage(version, scenario, question, answer.result) : null;
    default:
      return null;
  }
}
