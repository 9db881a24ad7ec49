import { invariant } from '#shared/base/assert.ts';
import { pageChart } from '#shared/export/deck/page-chart.ts';
import type { ExportPage } from '#shared/export/pages/page.ts';
import { addSlide, type SlideDraft } from './add-slide.ts';
import type { DeckBase } from './base.ts';
import { addChartPart } from './chart-part.ts';
import { objectName } from './object-name.ts';
import { addPictureParts } from './picture-parts.ts';
import { arrowXml } from './slide/arrow-xml.ts';
import { chartFrameXml, pictureXml } from './slide/chart-frame-xml.ts';
import { type TextLook, textShapeXml } from './slide/shape-xml.ts';
import { slideNumberXml } from './slide/slide-xml.ts';
import { tableFrameXml } from './slide/table-xml.ts';
import { joined, pageWords } from './slide-words.ts';
import { pageSlots, type Slot } from './template/slots.ts';

/** Adds the slide of one page: its finding, its topic, what it shows, its footnotes, its note. */
export async function addPage(base: DeckBase, page: ExportPage): Promise<void> {
  const layout = base.layouts.find(({ name }) => name === base.mapping.page);
  invariant(layout, 'the layout of pages is one of the deck');
  const slots = pageSlots(layout, base.mapping, base.slide);
  const words = pageWords(page);
  const named = (part: 'title' | 'topic' | 'note') => objectName(page.id, part, joined(words[part]));
  await addSlide(base, layout.part, { name: named('note'), paragraphs: words.note }, async (slide) => {
    addWords(slide, slots.title, named('title'), words.title, {});
    addWords(slide, slots.topic, named('topic'), words.topic, { size: 14, isQuiet: true });
    await addBody(slide, slots.body, page);
    addWords(slide, slots.footnote, objectName(page.id, 'footnote'), words.footnote, {
      size: 10,
      isQuiet: true,
      anchor: 'b',
    });
    const { number } = slots;
    if (number !== null) slide.add((id) => slideNumberXml(id, number, slide.number));
  });
}

function addWords(
  slide: SlideDraft,
  slot: Slot | null,
  name: string,
  words: readonly string[],
  look: TextLook,
): void {
  if (slot === null) return;
  const { placeholder, box } = slot;
  // In a place of the layout the layout says where text stands and how it looks.
  const isOwn = placeholder === null;
  slide.add((id) =>
    textShapeXml({ id, name }, words, { placeholder, box: isOwn ? box : null }, isOwn ? look : {}),
  );
}

async function addBody(slide: SlideDraft, { placeholder, box }: Slot, page: ExportPage): Promise<void> {
  const { title, note } = pageWords(page);
  const head = (part: string) => ({
    name: objectName(page.id, part, joined(title), joined(note)),
    description: `${page.finding}. ${page.spoken}`,
  });
  if (page.body.kind === 'table') {
    const { table } = page.body;
    slide.add((id) => tableFrameXml({ id, ...head('table') }, table, box, placeholder));
    return;
  }
  const chart = pageChart(page.body);
  if (chart === null) {
    const { png, svg } = await addPictureParts(slide, page, box);
    slide.add((id) => pictureXml({ id, ...head('picture') }, png, svg, box));
    return;
  }
  const relation = addChartPart(slide.package, slide.part, chart, page);
  slide.add((id) => chartFrameXml({ id, ...head('chart') }, relation, box, placeholder));
  for (const arrow of chart.arrows) slide.add((id) => arrowXml(page.id, id, chart, arrow, box), 2);
}
