import { plainCell } from '#shared/export/plain-cell.ts';
import { monthCode } from '#shared/view/calendar.ts';
import type { ComparedFile, Comparison } from './gather-comparison.ts';

type Cell = string | number;

/** Writes the outcomes as comma-separated values: a measure, date and scenario to a line; no answer is an empty cell. */
export function outcomesCsv(files: readonly ComparedFile[], { outcomes }: Comparison): string {
  const head = [
    'measure',
    'unit',
    'month',
    'scenario',
    'central',
    'mean',
    'standardError',
    'p5',
    'p50',
    'p95',
  ];
  const changes = ['change', 'changeError', 'unpairedError', 'probabilityHigher'];
  const lines = outcomes.rows.flatMap(({ measure, at, cells, pairs }) =>
    cells.map((cell, place): readonly Cell[] => {
      const pair = pairs[place];
      const change = pair ? [pair.mean, pair.meanError, pair.unpairedError, pair.higher] : ['', '', '', ''];
      const file = files[place]?.file ?? '';
      const own = [cell.central, cell.mean, cell.meanError, cell.p5, cell.p50, cell.p95];
      return [measure.id, measure.unit, monthCode(at), file, ...own, ...change];
    }),
  );
  return table([[...head, ...changes], ...lines]);
}

/** Writes bridges as comma-separated values: both ends and every part to a line. */
export function bridgesCsv(files: readonly ComparedFile[], { bridges }: Comparison): string {
  const head = ['other', 'measure', 'unit', 'month', 'of', 'input', 'label', 'deal', 'theme', 'isDecision'];
  const figures = ['effect', 'standardError', 'alone', 'last'];
  const lines = bridges.flatMap((bridge, at): readonly (readonly Cell[])[] => {
    const { measure, statistic, from, to, parts } = bridge;
    const start = [files[at + 1]?.file ?? '', measure.id, measure.unit, monthCode(bridge.at), statistic];
    const end = (name: string, value: number, error: number) => [
      ...start,
      name,
      '',
      '',
      '',
      '',
      value,
      error,
      '',
      '',
    ];
    return [
      end('(from)', from, bridge.fromError),
      ...parts.map(({ input, label, deal, theme, isDecision, effect, standardError, alone, last }) => [
        ...[...start, input, label, deal ?? '', theme, String(isDecision)],
        ...[effect, standardError, alone, last],
      ]),
      end('(to)', to, bridge.toError),
    ];
  });
  return table([[...head, ...figures], ...lines]);
}

function table(rows: readonly (readonly Cell[])[]): string {
  return rows.map((row) => `${row.map(written).join(',')}\r\n`).join('');
}

function written(content: Cell): string {
  if (typeof content === 'number') return Number.isFinite(content) ? String(content) : '';
  const safe = plainCell(content);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
