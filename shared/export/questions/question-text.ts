import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import { listing } from '#shared/view/words.ts';
import {
  comparisonQuestions,
  type Question,
  type QuestionKind,
  type QuestionOf,
  scenarioQuestions,
} from './question.ts';
import { readWord, type WordForm } from './word-forms.ts';

type Forms = Readonly<Record<string, WordForm<unknown>>>;

/** Kinds of questions with the forms of their words. */
const kinds: ReadonlyMap<string, Forms> = new Map(
  Object.entries({ ...scenarioQuestions, ...comparisonQuestions }) as [string, Forms][],
);

/** Lists what there is to ask. */
export const questionKinds: readonly string[] = [...kinds.keys()];

/**
 * Reads a question from the id of a page, `distribution:of=spend.billed:at=2030-12`; null where the id names no kind of question. The
 * error is a sentence.
 */
export function readQuestion(id: string): Outcome<Question | null, string> {
  const [kind = '', ...words] = id.split(':');
  const forms = kinds.get(kind);
  if (forms === undefined) return ok(null);
  const asked: Record<string, unknown> = { kind };
  for (const key of Object.keys(forms)) asked[key] = null;
  for (const word of words) {
    const cut = word.indexOf('=');
    const key = cut < 0 ? word : word.slice(0, cut);
    const form = forms[key];
    if (form === undefined) {
      const known = Object.keys(forms);
      const all = known.length === 0 ? 'it takes none' : `it takes ${listing(known)}`;
      return fail(`“${id}”: ${kind} takes no word “${key}”; ${all}.`);
    }
    const text = plainText(word.slice(key.length + 1));
    const value =
      text === null ? fail(`${word}: a sign after % is not written as UTF-8.`) : readWord(form, key, text);
    if (!value.ok) return fail(`“${id}”: ${value.error}`);
    asked[key] = value.value;
  }
  return ok(asked as unknown as Question);
}

/** Writes a question as the id of a page: the same question always the same way, without what has its usual value. */
export function questionText(question: Question): string {
  const forms = kinds.get(question.kind) ?? {};
  const values = question as unknown as Readonly<Record<string, unknown>>;
  const words = Object.keys(forms).flatMap((key) => {
    const value = values[key];
    return value === null || value === undefined ? [] : [`${key}=${safeText(String(value))}`];
  });
  return [question.kind, ...words].join(':');
}

/** Makes a question; words that are not given have their usual value. */
export function question<K extends QuestionKind>(
  kind: K,
  words: Partial<Omit<QuestionOf<K>, 'kind'>>,
): QuestionOf<K> {
  const forms = kinds.get(kind) ?? {};
  const blank = Object.fromEntries(Object.keys(forms).map((key) => [key, null]));
  return { ...blank, ...words, kind } as unknown as QuestionOf<K>;
}

/** Commas, colons and the like would end the word or the question. */
function safeText(text: string): string {
  return encodeURIComponent(text).replace(
    /[~'()!*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function plainText(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
