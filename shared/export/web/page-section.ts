import { orNull } from '#shared/base/finite.ts';
import type { ChartView } from '#shared/view/chart.ts';
import type { Plot } from '../drawing/drawing.ts';
import { bodyDrawing, topicLine } from '../drawing/page-drawing.ts';
import { monthOf } from '../drawing/scale.ts';
import { svg } from '../drawing/svg.ts';
import { bodyTable } from '../pages/body-table.ts';
import type { ExportPage, PageTable } from '../pages/page.ts';
import { xmlText } from '../xml-text.ts';

const size = { width: 920, height: 420 };

/** Writes one page as a section: finding, picture, the table behind it, footnotes, notes. */
export function pageSection(page: ExportPage, id: string): string {
  return `<section id="${id}">
<h2>${xmlText(page.finding)}</h2>
<p class="topic">${xmlText(topicLine(page))}</p>
${page.body.kind === 'table' ? tableHtml(page.body.table) : pictureHtml(page, id)}
${page.footnotes.map((note) => `<p class="footnote">${xmlText(note)}</p>`).join('\n')}
<details class="note"><summary>Notes</summary>
${page.note.map((line) => `<p>${xmlText(line)}</p>`).join('\n')}
</details>
</section>`;
}

function pictureHtml(page: ExportPage, id: string): string {
  const drawing = bodyDrawing(page, size);
  // Width and height come from the page, not from the picture.
  const picture = svg(drawing).replace(/ width="[^"]*" height="[^"]*"/, '');
  const { body } = page;
  const figures = `<details class="data"><summary>Table</summary>
${tableHtml(bodyTable(body))}
</details>`;
  if (body.kind !== 'chart' || drawing.plot === null) return `<figure>${picture}</figure>\n${figures}`;
  return `<figure class="chart" tabindex="0" role="group" aria-roledescription="chart" aria-label="${xmlText(page.topic).replaceAll('"', '&quot;')}; arrow keys read it month by month" data-chart="${id}">
${picture}<output class="reading" hidden></output>
</figure>
<script type="application/json" id="${id}-data">${scriptJson(readings(body.view, drawing.plot))}</script>
${figures}`;
}

/** What the pointer reads: where each period lies, and what each series says there. */
function readings(view: ChartView, plot: Plot): object {
  return {
    plot,
    width: size.width,
    height: size.height,
    labels: view.timeline.labels,
    ends: view.timeline.labels.map((_, at) => monthOf(view, at)),
    prefix: view.prefix,
    suffix: view.suffix,
    series: view.series.map(({ label, values, band }) => ({
      label,
      values: Array.from(values, orNull),
      low: band && Array.from(band.p5, orNull),
      high: band && Array.from(band.p95, orNull),
    })),
  };
}

function tableHtml({ columns, rows }: PageTable): string {
  const cell = (tag: 'th' | 'td', text: string, at: number) =>
    `<${tag}${columns[at]?.align === 'right' ? ' class="right"' : ''}>${xmlText(text)}</${tag}>`;
  return `<div class="scroll" tabindex="0"><table>
<thead><tr>${columns.map(({ label }, at) => cell('th', label, at)).join('')}</tr></thead>
<tbody>
${rows.map((row) => `<tr>${row.map((text, at) => cell('td', text, at)).join('')}</tr>`).join('\n')}
</tbody>
</table></div>`;
}

/** JSON that cannot end the script it stands in. */
function scriptJson(value: unknown): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
