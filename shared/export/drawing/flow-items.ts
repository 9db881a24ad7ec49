import { dataTone } from '#shared/view/chart.ts';
import { formatMoney } from '#shared/view/format.ts';
import type { Flows } from '../pages/page.ts';
import { colours, toneColours } from './colours.ts';
import { type Box, type Label, rectangle, type Shape } from './drawing.ts';
import { apart } from './end-labels.ts';
import { fitText } from './text-width.ts';

const size = 12;
const names = 210;
const post = 10;

/** Draws who pays whom: payers on the left, payees on the right, a stream as wide as the money between them. */
export function flowItems({ sankey }: Flows, room: Box): (Shape | Label)[] {
  const { payers, payees, streams } = sankey;
  const height = room.bottom - room.top;
  const y = (share: number) => room.top + share * height;
  const left = room.left + names;
  const right = room.right - names;
  const tone = new Map(payers.map(({ party }, at) => [party, toneColours[dataTone(at)]]));
  const ribbons = streams.map(({ row, fromTop, toTop, height: thick }): Shape => {
    const middle = (left + right) / 2;
    const [a, b, c, d] = [y(fromTop), y(toTop), y(toTop + thick), y(fromTop + thick)];
    return {
      kind: 'shape',
      path: [
        ['M', left + post, a],
        ['C', middle, a, middle, b, right - post, b],
        ['L', right - post, Math.max(c, b + 0.6)],
        ['C', middle, c, middle, d, left + post, Math.max(d, a + 0.6)],
        ['Z'],
      ],
      fill: tone.get(row.from) ?? colours.faint,
      fillOpacity: 0.45,
    };
  });
  const side = (ends: typeof payers, isLeft: boolean): (Shape | Label)[] => {
    const places = apart(
      ends.map(({ top, height: own }) => y(top + own / 2)),
      size + 3,
      room.top + size / 2,
      room.bottom,
    );
    return ends.flatMap(({ party, top, height: own }, at): (Shape | Label)[] => {
      const amount = streams
        .filter(({ row }) => (isLeft ? row.from : row.to) === party)
        .reduce((sum, { row }) => sum + row.amount, 0);
      return [
        {
          kind: 'shape',
          path: rectangle({
            left: isLeft ? left : right - post,
            right: isLeft ? left + post : right,
            top: y(top),
            bottom: Math.max(y(top + own), y(top) + 1),
          }),
          fill: isLeft ? (tone.get(party) ?? colours.faint) : colours.faint,
        },
        {
          kind: 'label',
          text: fitText(`${party} ${formatMoney(amount)}`, names - 10, size, 600),
          x: isLeft ? left - 8 : right + 8,
          y: (places[at] ?? 0) + size * 0.36,
          size,
          weight: 600,
          anchor: isLeft ? 'end' : 'start',
          fill: colours.ink,
        },
      ];
    });
  };
  return [...ribbons, ...streamNames(streams, left, right, y), ...side(payers, true), ...side(payees, false)];
}

function streamNames(
  streams: Flows['sankey']['streams'],
  left: number,
  right: number,
  y: (share: number) => number,
): Label[] {
  const told = streams
    .filter(({ height, row }) => height > 0.035 && row.kind !== '')
    .map(({ row, fromTop, toTop, height }) => ({
      text: `${row.kind} ${formatMoney(row.amount)}`,
      y: (y(fromTop + height / 2) + y(toTop + height / 2)) / 2,
    }))
    .sort((a, b) => a.y - b.y);
  const places = apart(
    told.map((one) => one.y),
    13,
    y(0) + 6,
    y(1),
  );
  return told.map(({ text }, at) => ({
    kind: 'label',
    text,
    x: (left + right) / 2,
    y: (places[at] ?? 0) + 4,
    size: 11,
    weight: 400,
    anchor: 'middle',
    fill: colours.ink,
  }));
}
