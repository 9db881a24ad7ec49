import type { Completion } from '#shared/scenario/assist/completion.ts';
import type { Hover } from '#shared/scenario/assist/hover.ts';
import type { Lens } from '#shared/scenario/assist/lenses.ts';
import type { OutlineItem } from '#shared/scenario/assist/outline.ts';
import type { QuickFix } from '#shared/scenario/assist/quick-fixes.ts';
import type { EditOutcome } from '#shared/scenario/edit/text-edit.ts';
import type { Problem } from '#shared/scenario/problem.ts';
import type { ScenarioSource } from '#shared/scenario/source.ts';
import type { Place } from '#shared/scenario/text/node.ts';

/** Offsets into a text. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** What the editor can ask about a scenario text: what goes with the question, and what comes back. */
export interface Questions {
  complete: { with: { readonly offset: number }; answer: readonly Completion[] };
  hover: { with: { readonly offset: number }; answer: Hover | null };
  definition: { with: { readonly offset: number }; answer: Place | null };
  outline: { with: Record<string, never>; answer: readonly OutlineItem[] };
  fixes: { with: { readonly problems: readonly Problem[] }; answer: readonly (readonly QuickFix[])[] };
  lenses: { with: Record<string, never>; answer: readonly Lens[] };
  renamable: { with: { readonly offset: number }; answer: (Span & { readonly name: string }) | null };
  rename: { with: { readonly offset: number; readonly name: string }; answer: EditOutcome };
  format: { with: Record<string, never>; answer: EditOutcome };
}

export type QuestionName = keyof Questions;

/** Answers questions about a text. */
export type Ask = <K extends QuestionName>(
  name: K,
  source: ScenarioSource,
  extra: Questions[K]['with'],
) => Promise<Questions[K]['answer']>;

export interface AssistRequest {
  readonly number: number;
  readonly name: QuestionName;
  readonly source: ScenarioSource;
  readonly extra: unknown;
}

export interface AssistAnswer {
  readonly number: number;
  readonly answer: unknown;
}
