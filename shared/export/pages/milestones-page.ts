import { monthLabelAt } from '#shared/view/calendar.ts';
import { milestones } from '#shared/view/compare/milestones.ts';
import type { ComparisonOutcomes } from '#shared/view/compare/outcomes.ts';
import { capitalise } from '#shared/view/words.ts';
import type { ExportedScenario } from '../document.ts';
import type { QuestionOf } from '../questions/question.ts';
import { questionText } from '../questions/question-text.ts';
import type { ExportPage, Milestones } from './page.ts';
import { pageOfSeveral } from './page-of.ts';
import { scenarioNames } from './scenario-names.ts';

/** More events than these cannot be told apart on a slide. */
const eventsAtMost = 13;

/** Makes the page of what happens when in all scenarios, on one time line; null where nothing happens. */
export function milestonesPage(
  version: string,
  scenarios: readonly ExportedScenario[],
  question: QuestionOf<'milestones'>,
  outcomes: ComparisonOutcomes,
): ExportPage | null {
  const origin = outcomes.scenarios[outcomes.base];
  if (origin === undefined) return null;
  const { start } = origin;
  const found = milestones(outcomes.scenarios, outcomes.base);
  const moved = found.filter(({ isMoved }) => isMoved);
  const wanted = question.events === 'all' || moved.length === 0 ? found : moved;
  if (wanted.length === 0) return null;
  const names = scenarioNames(scenarios);
  const events = wanted.slice(0, eventsAtMost).map(({ label, months, moves }) => ({
    label: capitalise(label),
    months,
    dates: months.map((month) => (month === null ? 'never' : monthLabelAt(start, month))),
    moves,
  }));
  const body: Milestones = { start, months: origin.months, names, events };
  const [first] = moved;
  const at = first?.moves.findIndex((move) => move !== '') ?? -1;
  const finding =
    first === undefined
      ? `All ${found.length} events happen at the same time`
      : `${moved.length} of ${found.length} events move; the first is ${first.label}: ${first.moves[at]} in ${names[at]}`;
  return pageOfSeveral(version, scenarios, {
    subject: questionText(question),
    topic: 'Milestones',
    finding,
    body: { kind: 'milestones', milestones: body },
    reading: [
      `On the central paths: every input at its median.${events.length < wanted.length ? ` The first ${events.length} of ${wanted.length} events.` : ''}`,
    ],
    spoken: events
      .map(
        ({ label, dates }) => `${label}: ${dates.map((date, place) => `${names[place]} ${date}`).join(', ')}`,
      )
      .join('. '),
  });
}
