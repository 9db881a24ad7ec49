import type { ExportDocument } from '#shared/export/document.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { addSlide } from './add-slide.ts';
import type { DeckBase } from './base.ts';
import { objectName } from './object-name.ts';
import { textShapeXml } from './slide/shape-xml.ts';
import { coverWords, joined } from './slide-words.ts';

/** Adds the first slide. A template without a layout for it gets none, nor does a deck of a single page. */
export async function addCover(
  base: DeckBase,
  document: ExportDocument,
  pages: readonly ExportPage[],
): Promise<void> {
  const layout = base.layouts.find(({ name }) => name === base.mapping.cover);
  const title = layout?.places.find(({ kind }) => kind === 'ctrTitle' || kind === 'title');
  const subtitle = layout?.places.find(({ kind }) => kind === 'subTitle' || kind === 'body');
  if (layout === undefined || title === undefined || pages.length < 2) return;
  const words = coverWords(document, pages);
  const note = { name: objectName(words.page, 'note', joined(words.note)), paragraphs: words.note };
  await addSlide(base, layout.part, note, (slide) => {
    const place = ({ kind, index }: typeof title) => ({ type: kind, index: index ?? undefined });
    slide.add((id) =>
      textShapeXml({ id, name: objectName(words.page, 'title', joined(words.title)) }, words.title, {
        placeholder: place(title),
        box: null,
      }),
    );
    if (subtitle === undefined) return;
    slide.add((id) =>
      textShapeXml({ id, name: objectName(words.page, 'footnote') }, words.footnote, {
        placeholder: place(subtitle),
        box: null,
      }),
    );
  });
}
