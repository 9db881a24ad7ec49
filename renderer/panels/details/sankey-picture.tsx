import { useMemo } from 'react';
import { formatMoney } from '#shared/view/format.ts';
import type { LedgerRow } from '#shared/view/ledger.ts';
import { type SankeyEnd, type SankeyStream, sankey } from '#shared/view/sankey.ts';

const width = 460;
const height = 240;
const labelRoom = 132;
const bar = 8;
const left = labelRoom;
const right = width - labelRoom;

/** Streams of money from payers (left) to payees (right), as wide as they are large. */
export function SankeyPicture({ rows }: { readonly rows: readonly LedgerRow[] }) {
  const picture = useMemo(() => sankey(rows), [rows]);
  return (
    <svg
      className="sankey"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="Money between the parties; the table says the same"
    >
      {picture.streams.map((stream) => (
        <path
          key={`${stream.row.from} ${stream.row.to} ${stream.row.kind} ${stream.row.isCash}`}
          d={streamPath(stream)}
          className={stream.row.isCash ? 'sankey-stream' : 'sankey-stream sankey-promise'}
        >
          <title>
            {`${stream.row.from} to ${stream.row.to}${stream.row.kind === '' ? '' : `, ${stream.row.kind}`}: ${formatMoney(stream.row.amount)}`}
          </title>
        </path>
      ))}
      {picture.payers.map((end) => (
        <End key={end.party} end={end} x={left - bar} textX={left - bar - 6} anchor="end" />
      ))}
      {picture.payees.map((end) => (
        <End key={end.party} end={end} x={right} textX={right + bar + 6} anchor="start" />
      ))}
    </svg>
  );
}

interface EndProps {
  readonly end: SankeyEnd;
  readonly x: number;
  readonly textX: number;
  readonly anchor: 'start' | 'end';
}

function End({ end, x, textX, anchor }: EndProps) {
  return (
    <g>
      <rect
        x={x}
        y={end.top * height}
        width={bar}
        height={Math.max(1, end.height * height)}
        className="sankey-end"
      />
      <text x={textX} y={(end.top + end.height / 2) * height} textAnchor={anchor} dominantBaseline="central">
        {end.party}
      </text>
    </g>
  );
}

function streamPath({ fromTop, toTop, height: share }: SankeyStream): string {
  const thick = Math.max(0.75, share * height);
  const a = fromTop * height;
  const b = toTop * height;
  const middle = (left + right) / 2;
  return `M${left},${a}C${middle},${a} ${middle},${b} ${right},${b}v${thick}C${middle},${b + thick} ${middle},${a + thick} ${left},${a + thick}Z`;
}
