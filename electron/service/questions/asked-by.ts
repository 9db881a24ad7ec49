import { wantedPages } from '#shared/export/pages/compose.ts';
import {
  type ComparisonQuestion,
  isComparison,
  type ScenarioQuestion,
} from '#shared/export/questions/question.ts';
import { readQuestion } from '#shared/export/questions/question-text.ts';
import type { ExportWishes } from '#shared/export/wishes.ts';

/** What the pages of an export ask. */
export interface Asked {
  readonly scenario: readonly ScenarioQuestion[];
  readonly comparison: readonly ComparisonQuestion[];
}

/** Reads the questions out of the pages wanted. */
export function askedBy(wishes: ExportWishes): Asked {
  const questions = wantedPages(wishes).flatMap((id) => {
    const read = readQuestion(id);
    return read.ok && read.value !== null ? [read.value] : [];
  });
  return {
    scenario: questions.filter((question) => !isComparison(question)),
    comparison: questions.filter(isComparison),
  };
}
