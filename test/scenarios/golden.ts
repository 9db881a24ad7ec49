import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { GoldenScenario, Headlines } from './headlines.ts';

const folder = fileURLToPath(new URL('../golden/', import.meta.url));

/**
 * How far a figure may move before it counts as changed. The central path is the same arithmetic every time: a sum taken in
 * another order moves the last bits, so 1e-9 already is a change of meaning. Of 1,000 draws a single one may change
 * sides where a condition stands on its edge; that moves a percentile by a rank and a share by a thousandth.
 */
const tolerance = { central: { relative: 1e-9, absolute: 0 }, draws: { relative: 5e-3, absolute: 2e-3 } };

/** The figures kept for a scenario; null where none are kept yet. */
export function keptGolden(id: string): GoldenScenario | null {
  const path = fileOf(id, '');
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as GoldenScenario) : null;
}

/**
 * Compares figures with the kept ones and returns what differs, in words. Where anything does, the new figures are
 * written beside the kept ones as `…-changed.json`: look at the difference, and rename the file to accept it.
 */
export function compareGolden(id: string, now: GoldenScenario): string[] {
  const kept = keptGolden(id);
  const changedFile = fileOf(id, '-changed');
  const differences =
    kept === null
      ? [`${id} has no golden file yet`]
      : [
          ...differencesOf(kept.central, now.central, tolerance.central),
          ...differencesOf(kept.draws, now.draws, tolerance.draws),
        ];
  if (differences.length > 0) writeFileSync(changedFile, `${JSON.stringify(now, null, 2)}\n`);
  else rmSync(changedFile, { force: true });
  return differences;
}

function differencesOf(
  kept: Headlines,
  now: Headlines,
  allowed: { readonly relative: number; readonly absolute: number },
): string[] {
  const names = new Set([...Object.keys(kept), ...Object.keys(now)]);
  return [...names].flatMap((name) => {
    const before = kept[name];
    const after = now[name];
    if (before === after) return [];
    if (typeof before === 'number' && typeof after === 'number') {
      const room = Math.max(allowed.absolute, allowed.relative * Math.abs(before));
      if (Math.abs(after - before) <= room) return [];
    }
    return [`${name}: ${before} before, ${after} now`];
  });
}

function fileOf(id: string, suffix: string): string {
  const name = id.replace(/\.scenario\.yaml$/, '').replaceAll('/', '-');
  return `${folder}${name}${suffix}.json`;
}
