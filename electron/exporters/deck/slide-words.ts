import { conditional, type ExportDocument } from '#shared/export/document.ts';
import { topicLine } from '#shared/export/drawing/page-drawing.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { runLine } from '#shared/export/pages/run-line.ts';

/** The words of a slide by their part, in paragraphs. */
export interface SlideWords {
  readonly page: string;
  readonly title: readonly string[];
  readonly topic: readonly string[];
  readonly footnote: readonly string[];
  readonly note: readonly string[];
}

/** The words of the slide of a page. */
export function pageWords(page: ExportPage): SlideWords {
  return {
    page: page.id,
    title: [page.finding],
    topic: [topicLine(page)],
    footnote: page.footnotes,
    note: page.note,
  };
}

/** The words of the first slide: which scenarios, under which condition, from which run. */
export function coverWords({ version, scenarios }: ExportDocument, pages: readonly ExportPage[]): SlideWords {
  const title = scenarios.map((one) => one.title).join(' · ');
  const lines = [conditional, ...scenarios.map((scenario) => runLine(version, scenario))];
  return {
    page: `${scenarios.map(({ file }) => file).join('+')}/cover`,
    title: [title],
    topic: [],
    footnote: lines,
    note: [title, ...lines, 'Contents:', ...pages.map(({ topic, finding }) => `• ${topic}: ${finding}`)],
  };
}

/** Paragraphs as one text, for marks and comparisons. */
export function joined(paragraphs: readonly string[]): string {
  return paragraphs.join(' ');
}
