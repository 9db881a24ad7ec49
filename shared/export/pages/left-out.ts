import type { ExportDocument, ExportedScenario } from '../document.ts';
import type { Unanswered } from '../questions/answer.ts';
import { questionText, readQuestion } from '../questions/question-text.ts';
import type { ExportWishes } from '../wishes.ts';
import type { ExportPage } from './page.ts';
import { isComparisonPage } from './standing-pages.ts';

/** Lists the pages that were asked for by name and are not there, each with the reason: nobody should look for them in vain. */
export function leftOut(
  { scenarios, unanswered }: Pick<ExportDocument, 'scenarios' | 'unanswered'>,
  { charts }: Pick<ExportWishes, 'charts'>,
  pages: readonly ExportPage[],
): readonly Unanswered[] {
  const made = new Set(pages.map(({ id }) => id));
  const isTold = (page: string, scenario: string) =>
    unanswered.some((one) => one.page === page && one.scenario === scenario);
  const missing = charts.flatMap((id): Unanswered[] => {
    const page = subjectOf(id);
    if (isComparisonPage(id))
      return comparisonLeftOut(page, scenarios, pages).filter((one) => !isTold(page, one.scenario));
    return scenarios
      .filter(({ file, title }) => !made.has(`${file}/${page}`) && !isTold(page, title))
      .map(({ title }) => ({ page, scenario: title, why: 'The scenario has nothing to show on it.' }));
  });
  return [...unanswered, ...missing];
}

function comparisonLeftOut(
  page: string,
  scenarios: readonly ExportedScenario[],
  pages: readonly ExportPage[],
): Unanswered[] {
  const scenario = scenarios.map(({ title }) => title).join(', ');
  if (scenarios.length < 2)
    return [
      {
        page,
        scenario,
        why: 'It sets scenarios against the first, and there is only one; choose another as well.',
      },
    ];
  const isThere = pages.some(({ id }) => id.includes('+') && id.endsWith(`/${page}`));
  return isThere ? [] : [{ page, scenario, why: 'The scenarios have nothing to show on it.' }];
}

/** The name of a page within its scenario, however its question was spelt. */
function subjectOf(id: string): string {
  const asked = readQuestion(id);
  return asked.ok && asked.value !== null ? questionText(asked.value) : id;
}
