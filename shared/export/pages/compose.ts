import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { lens } from '#shared/view/lens.ts';
import { listing } from '#shared/view/words.ts';
import type { ExportDocument } from '../document.ts';
import { isComparison } from '../questions/question.ts';
import { questionKinds, questionText, readQuestion } from '../questions/question-text.ts';
import type { ExportWishes } from '../wishes.ts';
import { answeredComparison } from './answered-comparison.ts';
import { answeredPage } from './answered-page.ts';
import { chartPage } from './chart-page.ts';
import { comparePage, type Seen } from './compare-page.ts';
import { headlinePage } from './headline-page.ts';
import { inputsPage } from './inputs-page.ts';
import type { ExportPage } from './page.ts';
import { isComparisonPage, standingPages } from './standing-pages.ts';

/** Pages that set a scenario against the first, in the order of an export. */
const comparisonPages = ['compare', 'bridge'];

/** Says which of the pages wanted there is no such thing as; null where all are known. */
export function unknownPage({ charts, own }: Pick<ExportWishes, 'charts' | 'own'>): string | null {
  const known = [...standingPages.map(({ id }) => id), ...own.map(({ id }) => id), ...comparisonPages];
  for (const id of charts) {
    const read = readQuestion(id);
    if (!read.ok) return read.error;
    if (read.value === null && !known.includes(id)) {
      const questions = questionKinds.filter((kind) => !known.includes(kind));
      return `There is no chart “${id}”; there are ${listing(known)}, and questions: ${listing(questions)}.`;
    }
  }
  return null;
}

/** Lists the pages wanted, in their order; the standard set where none is named. */
export function wantedPages({ charts, own }: Pick<ExportWishes, 'charts' | 'own'>): readonly string[] {
  return charts.length > 0
    ? charts
    : [...comparisonPages, ...standingPages.map(({ id }) => id), ...own.map(({ id }) => id)];
}

/**
 * Makes the pages wanted, in their order. Of several scenarios, pages that follow one another and are each about one scenario come
 * scenario by scenario.
 */
export function composePages(
  document: ExportDocument,
  wishes: ExportWishes,
): Outcome<readonly ExportPage[], string> {
  const unknown = unknownPage(wishes);
  if (unknown !== null) return fail(unknown);
  const { version, scenarios } = document;
  const seen = scenarios.map((scenario) => ({
    scenario,
    lens: lens(scenario.projection, scenario.fan, wishes.period, scenario.observations),
  }));
  const wanted = wantedPages(wishes);
  const pages = runsOf(wanted).flatMap((ids) =>
    ids.some(isComparisonPage)
      ? ids.flatMap((id) => comparisonPagesOf(document, seen, id, wishes))
      : seen.flatMap((one) => ids.flatMap((id) => scenarioPageOf(version, one, id, wishes) ?? [])),
  );
  const why = document.unanswered[0]?.why;
  return pages.length > 0
    ? ok(pages)
    : fail(
        why ??
          `None of the charts asked for (${listing(wanted)}) has figures in ${ofWhom(scenarios.length)}.`,
      );
}

function ofWhom(scenarios: number): string {
  return scenarios === 1 ? 'this scenario' : 'these scenarios';
}

/** Parts pages where those about one scenario and those about several meet. */
function runsOf(ids: readonly string[]): string[][] {
  const runs: string[][] = [];
  let isTogether: boolean | null = null;
  for (const id of ids) {
    const isNow = isComparisonPage(id);
    if (isNow === isTogether) runs.at(-1)?.push(id);
    else runs.push([id]);
    isTogether = isNow;
  }
  return runs;
}

function comparisonPagesOf(
  { version, scenarios, answers }: ExportDocument,
  seen: readonly Seen[],
  id: string,
  { of }: ExportWishes,
) {
  const [base, ...others] = seen;
  if (base === undefined || others.length === 0) return [];
  if (id === 'compare') return [comparePage(version, base, others)];
  const asked = readQuestion(id);
  if (!asked.ok || asked.value === null || !isComparison(asked.value)) return [];
  return answeredComparison(
    version,
    scenarios,
    asked.value,
    answers.get(questionText(asked.value)) ?? null,
    of,
  );
}

function scenarioPageOf(version: string, { scenario, lens: view }: Seen, id: string, wishes: ExportWishes) {
  if (id === 'headline') return headlinePage(version, scenario, view);
  if (id === 'inputs') return inputsPage(version, scenario);
  const asked = readQuestion(id);
  if (!asked.ok) return null;
  return asked.value === null
    ? chartPage(version, scenario, view, id, wishes)
    : answeredPage(version, { scenario, lens: view }, asked.value, wishes);
}
