import { tableRows } from './markdown-table.ts';

/** One step of the tutorial, in the order of the text. */
export type TutorialStep =
  /** A block of YAML that becomes part of the deal, or of its variant. */
  | { readonly kind: 'write'; readonly file: 'deal' | 'variant'; readonly text: string }
  | { readonly kind: 'run'; readonly command: string }
  | { readonly kind: 'expect'; readonly measure: string; readonly month: string; readonly value: string };

/** Takes the tutorial apart into what its reader does and sees. */
export function tutorialSteps(markdown: string): TutorialStep[] {
  const section = /^## A deal from nothing.*?(?=^## )/ms.exec(markdown)?.[0] ?? '';
  const parts = section.split(/^```/m);
  return parts.flatMap((part, at): TutorialStep[] => (at % 2 === 1 ? block(part) : expectations(part)));
}

function block(text: string): TutorialStep[] {
  const end = text.indexOf('\n');
  const language = text.slice(0, end).trim();
  const body = text.slice(end + 1);
  if (language === 'yaml') return [{ kind: 'write', file: 'deal', text: body }];
  if (language === 'yaml variant') return [{ kind: 'write', file: 'variant', text: body }];
  if (language !== 'sh') throw new Error(`The tutorial has a block of ${language}`);
  return body
    .trim()
    .split('\n')
    .map((command) => ({ kind: 'run', command }));
}

function expectations(text: string): TutorialStep[] {
  return tableRows(text, ['measure', 'month', 'value']).map(([measure = '', month = '', value = '']) => ({
    kind: 'expect',
    measure: measure.replaceAll('`', ''),
    month,
    value,
  }));
}

/** Lays a block over a text as the tutorial says: a key that is there already is replaced, any other goes to the end. */
export function withSections(text: string, block: string): string {
  const sections = new Map(sectionsOf(text));
  for (const [key, section] of sectionsOf(block)) sections.set(key, section);
  return [...sections.values()].map((section) => `${section.trimEnd()}\n`).join('');
}

function sectionsOf(text: string): [string, string][] {
  return text
    .split(/^(?=\S)/m)
    .filter((section) => section.trim() !== '')
    .map((section) => [section.slice(0, section.indexOf(':')), section]);
}
