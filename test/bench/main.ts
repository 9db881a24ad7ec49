import { analysisLeg } from './analysis-leg.ts';
import { centralLeg } from './central-leg.ts';
import { commandLeg } from './command-leg.ts';
import { compareLeg } from './compare-leg.ts';
import { completionLeg } from './completion-leg.ts';
import { exportLeg } from './export-leg.ts';
import { loadLeg } from './load-leg.ts';
import type { Row } from './measure.ts';
import { pageLeg } from './page-leg.ts';
import { simulateLeg } from './simulate-leg.ts';
import { twinLeg } from './twin-leg.ts';

const legs = [
  centralLeg,
  simulateLeg,
  analysisLeg,
  twinLeg,
  compareLeg,
  exportLeg,
  commandLeg,
  pageLeg,
  completionLeg,
  loadLeg,
];

function line({ what, value, unit, goal, isGoalAFloor }: Row): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  const met = goal === null ? '' : (isGoalAFloor ? value >= goal : value <= goal) ? 'met' : 'MISSED';
  const asked = goal === null ? '' : `${isGoalAFloor ? '≥' : '≤'} ${goal} ${unit}`;
  const amount = Number.isNaN(value) ? '–' : `${value.toFixed(digits)} ${unit}`;
  return `  ${what.padEnd(52)} ${amount.padStart(12)}  ${asked.padEnd(12)} ${met}`;
}

const words = process.argv.slice(2).filter((word) => !word.startsWith('--'));
const isJson = process.argv.includes('--json');
const rows: Row[] = [];
for (const leg of legs) {
  if (words.length > 0 && !words.some((word) => leg.name.includes(word))) continue;
  const measured = await leg.run();
  rows.push(...measured);
  if (!isJson) process.stdout.write(`${leg.name}\n${measured.map(line).join('\n')}\n\n`);
}
if (isJson) process.stdout.write(`${JSON.stringify({ node: process.version, rows }, null, 2)}\n`);
