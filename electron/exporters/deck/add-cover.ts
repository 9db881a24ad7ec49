import { conditional, type ExportDocument } from '#shared/export/document.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { runLine } from '#shared/export/pages/run-line.ts';
import { addSlide } from './add-slide.ts';
import type { DeckBase } from './base.ts';
import { objectName } from './object-name.ts';
import { textShapeXml } from './slide/shape-xml.ts';

/** Adds the first slide: which scenarios, under which condition, from which run. A template without a layout for it gets none. */
export async function addCover(
  base: DeckBase,
  { version, scenarios }: ExportDocument,
  pages: readonly ExportPage[],
): Promise<void> {
  const layout = base.layouts.find(({ name }) => name === base.mapping.cover);
  const title = layout?.places.find(({ kind }) => kind === 'ctrTitle' || kind === 'title');
  const subtitle = layout?.places.find(({ kind }) => kind === 'subTitle' || kind === 'body');
  if (layout === undefined || title === undefined || pages.length < 2) return;
  const page = `${scenarios.map(({ file }) => file).join('+')}/cover`;
  const words = scenarios.map((one) => one.title).join(' · ');
  const lines = [conditional, ...scenarios.map((scenario) => runLine(version, scenario))];
  const note = [words, ...lines, 'Contents:', ...pages.map(({ topic, finding }) => `• ${topic}: ${finding}`)];
  await addSlide(
    base,
    layout.part,
    { name: objectName(page, 'note', note.join(' ')), paragraphs: note },
    (slide) => {
      const place = ({ kind, index }: typeof title) => ({ type: kind, index: index ?? undefined });
      slide.add((id) =>
        textShapeXml({ id, name: objectName(page, 'title', words) }, [words], {
          placeholder: place(title),
          box: null,
        }),
      );
      if (subtitle === undefined) return;
      slide.add((id) =>
        textShapeXml({ id, name: objectName(page, 'footnote') }, lines, {
          placeholder: place(subtitle),
          box: null,
        }),
      );
    },
  );
}
