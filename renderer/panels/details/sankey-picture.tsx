import { useMemo } from 'react';
import { formatMoney } from '#shared/view/format.ts';
import type { LedgerRow } from '#shared/view/ledger.ts';
import { type SankeyEnd, type SankeyStream, sankey } from '#shared/view/sankey.ts';
import { useSize } from '../analysis/use-size.ts';

const guess = { width: 460, height: 240 } as const;
const labelRoom = 96;
const bar = 8;
/** Half a line of words, for those beside the first and the last end. */
const margin = 7;

/** Where the bars stand and how high all streams are together, in pixels. */
interface Frame {
  readonly left: number;
  readonly right: number;
  readonly height: number;
}

/** Streams of money from payers (left) to payees (right), as wide as they are large. */
export function SankeyPicture({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const picture = useMemo(() => sankey(rows), [rows]);
  const [box, { width, height }] = useSize<HTMLDivElement>(guess);
  const frame = {
    left: labelRoom,
    right: Math.max(labelRoom, width - labelRoom),
    height: height - 2 * margin,
  };
  return (
    <div ref={box} className="sankey">
      <svg
        width={width}
        height={height}
        viewBox={`0 ${-margin} ${width} ${height}`}
        role="img"
        aria-label="Money between the parties; the table says the same"
      >
        {picture.streams.map((stream) => (
          <path
            key={`${stream.row.from} ${stream.row.to} ${stream.row.kind} ${stream.row.isCash}`}
            d={streamPath(stream, frame)}
            className={stream.row.isCash ? 'sankey-stream' : 'sankey-stream sankey-promise'}
          >
            <title>
              {`${stream.row.from} to ${stream.row.to}${stream.row.kind === '' ? '' : `, ${stream.row.kind}`}: ${formatMoney(stream.row.amount)}`}
            </title>
          </path>
        ))}
        {picture.payers.map((end) => (
          <End key={end.party} end={end} frame={frame} side="payer" />
        ))}
        {picture.payees.map((end) => (
          <End key={end.party} end={end} frame={frame} side="payee" />
        ))}
      </svg>
    </div>
  );
}

interface EndProps {
  readonly end: SankeyEnd;
  readonly frame: Frame;
  readonly side: 'payer' | 'payee';
}

function End({ end, frame: { left, right, height }, side }: EndProps) {
  const [x, textX] = side === 'payer' ? [left - bar, left - bar - 6] : [right, right + bar + 6];
  return (
    <g>
      <rect
        x={x}
        y={end.top * height}
        width={bar}
        height={Math.max(1, end.height * height)}
        className="sankey-end"
      />
      <text
        x={textX}
        y={(end.top + end.height / 2) * height}
        textAnchor={side === 'payer' ? 'end' : 'start'}
        dominantBaseline="central"
      >
        {end.party}
      </text>
    </g>
  );
}

function streamPath({ fromTop, toTop, height: share }: SankeyStream, { left, right, height }: Frame): string {
  const thick = Math.max(0.75, share * height);
  const a = fromTop * height;
  const b = toTop * height;
  const middle = (left + right) / 2;
  return `M${left},${a}C${middle},${a} ${middle},${b} ${right},${b}v${thick}C${middle},${b + thick} ${middle},${a + thick} ${left},${a + thick}Z`;
}
