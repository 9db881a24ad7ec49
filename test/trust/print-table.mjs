import { existsSync, readFileSync } from 'node:fs';

const widest = { what: 60, times: 10, lost: 6, note: 100 };

/**
 * Prints what the tests noted in a file: what was tried, how often, what was lost, and which tests failed. Tells whether
 * nothing was lost and nothing failed; what was lost once counts, even where a second attempt went well.
 */
export function printTable(report, remark) {
  const lines = existsSync(report) ? readFileSync(report, 'utf8').trim().split('\n').filter(Boolean) : [];
  const rows = lines.map((line) => JSON.parse(line));
  const tried = rows.filter(({ outcome }) => outcome === undefined);
  const failed = rows.filter(({ outcome }) => outcome === 'failed');
  const again = rows.filter(({ outcome }) => outcome === 'passed');
  console.log(`\n${row('what was tried', 'times', 'lost', '')}`);
  for (const { what, times, lost, note } of tried) console.log(row(what, String(times), String(lost), note));
  for (const { what, note } of again) console.log(row(what, '', 'again', note));
  for (const { what, note } of failed) console.log(row(what, '', 'FAILED', note));
  const sum = (key) => tried.reduce((total, line) => total + line[key], 0);
  const count = failed.length === 0 ? remark : `${failed.length} FAILED; ${remark}`;
  console.log(row('in all', String(sum('times')), String(sum('lost')), count));
  return tried.length > 0 && failed.length === 0 && sum('lost') === 0;
}

function row(what, times, lost, note = '') {
  const cut = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
  const cells = [
    cut(what, widest.what).padEnd(widest.what),
    times.padStart(widest.times),
    lost.padStart(widest.lost),
  ];
  return `  ${cells.join(' ')}  ${cut(note, widest.note)}`.trimEnd();
}
