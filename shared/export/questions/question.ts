import { pointDraws } from '#shared/view/analysis/usual-wishes.ts';
import { count, figure, figureBetween, month, name, oneOf, type WordForm } from './word-forms.ts';

const draws = count(pointDraws.fewest, pointDraws.most);
const steps = count(2, 60);
const yes = oneOf(['yes']);
const shown = oneOf(['central', 'mean', 'p50']);

/** What a page may ask of one scenario, and the words it may say of it. Where a word is left out its usual value is meant. */
export const scenarioQuestions = {
  /** The figures of a chart as a table. */
  table: { of: name },
  /** What each input alone does to a measure. */
  tornado: { of: name, at: month },
  /** Which inputs matter, as a table. */
  sensitivity: { of: name, at: month, method: oneOf(['rank', 'tornado', 'sobol']) },
  /** Which inputs matter, month by month. */
  river: { of: name, method: oneOf(['rank', 'tornado', 'sobol']) },
  /** How a measure is distributed over the draws. */
  distribution: { of: name, at: month },
  /** How likely a measure is to reach a value, month by month. */
  probability: { of: name, at: month, least: figure, most: figure },
  /** What becomes of a measure over values of one input, or of two. */
  sweep: {
    of: name,
    at: month,
    over: name,
    from: figure,
    to: figure,
    and: name,
    'and-from': figure,
    'and-to': figure,
    steps,
    draws,
  },
  /** Which value of an input brings a measure to a target. */
  seek: {
    of: name,
    at: month,
    by: name,
    target: figure,
    from: figure,
    to: figure,
    share: figureBetween(0.001, 0.999),
    side: oneOf(['at-least', 'at-most']),
    draws,
  },
  /** Who pays whom, as a flow picture. */
  money: { until: month, netted: yes },
  /** Who pays whom, as a table. */
  ledger: { until: month, netted: yes },
  /** The conditions the scenario states. */
  checks: {},
  /** What has been observed against what was expected. */
  actuals: {},
  /** What the disagreement of sources does. */
  sources: { at: month },
} as const;

/** What a page may ask of several scenarios, the first being the base. */
export const comparisonQuestions = {
  /** The headline figures with their changes over the draws. */
  outcomes: { at: month, show: shown, of: name },
  /** A measure of all scenarios in one chart. */
  overlay: { of: name, show: shown },
  /** A measure of each scenario in a chart of its own, on one axis. */
  multiples: { of: name, show: shown },
  /** How one scenario leads to another. */
  bridge: {
    of: name,
    at: month,
    statistic: oneOf(['central', 'mean', 'p5', 'p50', 'p95']),
    by: oneOf(['input', 'deal', 'theme']),
  },
  /** How the difference to the base is distributed. */
  difference: { of: name, at: month },
  /** What is believed against what is decided, as a table. */
  beliefs: { of: name, at: month, statistic: oneOf(['central', 'mean', 'p5', 'p50', 'p95']) },
  /** The same month by month. */
  corners: { of: name, at: month },
  /** What happens when. */
  milestones: { events: oneOf(['moved', 'all']) },
  /** The inputs that are not the same. */
  differences: { of: name, at: month },
} as const;

type ValueOf<F> = F extends WordForm<infer T> ? T : never;
type Asked<F> = {
  readonly [K in keyof F & string]: { readonly kind: K } & {
    readonly [W in keyof F[K]]: ValueOf<F[K][W]> | null;
  };
}[keyof F & string];

/** A question about one scenario. */
export type ScenarioQuestion = Asked<typeof scenarioQuestions>;

/** A question about several scenarios. */
export type ComparisonQuestion = Asked<typeof comparisonQuestions>;

/** What a page asks; words that are null have their usual value. */
export type Question = ScenarioQuestion | ComparisonQuestion;

/** What there is to ask. */
export type QuestionKind = Question['kind'];

/** A question of one kind. */
export type QuestionOf<K extends QuestionKind> = Extract<Question, { readonly kind: K }>;

/** Says whether a question is about several scenarios. */
export function isComparison(question: Question): question is ComparisonQuestion {
  return question.kind in comparisonQuestions;
}
