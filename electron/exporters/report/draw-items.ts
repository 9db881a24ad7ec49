import type { Label, PathStep, Shape } from '#shared/export/drawing/drawing.ts';

/** Names under which a report knows the two weights of its typeface. */
export const faces = { 400: 'Inter', 600: 'Inter semibold' } as const;

type Paper = PDFKit.PDFDocument;

/** Draws the items of a drawing on a page: shapes as vectors, labels as text that can be selected. */
export function drawItems(paper: Paper, items: readonly (Shape | Label)[]): void {
  for (const item of items) {
    if (item.kind === 'shape') drawShape(paper, item);
    else drawLabel(paper, item);
  }
}

function drawShape(paper: Paper, shape: Shape): void {
  const { path, fill, fillOpacity, stroke, strokeOpacity, strokeWidth, dash } = shape;
  if (path.length === 0) return;
  const trace = () => {
    for (const step of path) drawStep(paper, step);
  };
  if (fill !== undefined) {
    trace();
    paper.fillColor(fill, fillOpacity ?? 1).fill();
  }
  if (stroke === undefined) return;
  trace();
  paper.lineWidth(strokeWidth ?? 1).lineJoin('round');
  if (dash === undefined) paper.undash();
  // The types know dashes of one length only; the package takes as many as there are.
  else Reflect.apply(paper.dash, paper, [dash]);
  paper.strokeColor(stroke, strokeOpacity ?? 1).stroke();
}

function drawStep(paper: Paper, step: PathStep): void {
  switch (step[0]) {
    case 'M':
      paper.moveTo(step[1], step[2]);
      break;
    case 'L':
      paper.lineTo(step[1], step[2]);
      break;
    case 'C':
      paper.bezierCurveTo(step[1], step[2], step[3], step[4], step[5], step[6]);
      break;
    case 'Z':
      paper.closePath();
  }
}

function drawLabel(paper: Paper, { text, x, y, size, weight, anchor, fill, isUpright }: Label): void {
  if (text === '') return;
  paper.font(faces[weight]).fontSize(size).fillColor(fill, 1);
  const width = paper.widthOfString(text);
  const left = anchor === 'start' ? x : anchor === 'middle' ? x - width / 2 : x - width;
  if (isUpright === true) paper.save().rotate(-90, { origin: [x, y] });
  paper.text(text, left, y, { lineBreak: false, baseline: 'alphabetic' });
  if (isUpright === true) paper.restore();
}
