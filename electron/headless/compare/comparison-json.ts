import { orNull } from '#shared/base/finite.ts';
import type { Bridge } from '#shared/scenario/compare/bridge.ts';
import type { DifferenceSide } from '#shared/scenario/compare/difference.ts';
import { monthCode } from '#shared/view/calendar.ts';
import { inputTable } from '#shared/view/compare/input-table.ts';
import type { OutcomeRow } from '#shared/view/compare/outcomes.ts';
import type { ComparedFile, Comparison } from './gather-comparison.ts';

/** Gives the object that `compare --json` prints; `bridge` is null where none was asked for. */
export function describeComparison(
  version: string,
  files: readonly ComparedFile[],
  { outcomes, inputs, bridges }: Comparison,
  hasBridge: boolean,
): object {
  const [base, ...others] = files.map(describeFile);
  const described = bridges.map((bridge, at) => ({ other: files[at + 1]?.file, ...describeBridge(bridge) }));
  return {
    offtake: version,
    base,
    others,
    draws: outcomes.done,
    inputs: inputs.flatMap((differences, at) => {
      const bridge = bridges[at] ?? null;
      return inputTable(differences, bridge).map(({ difference, effect, standardError, remark }) => ({
        other: files[at + 1]?.file,
        input: difference.id,
        label: difference.label,
        kind: difference.kind,
        deal: difference.deal,
        theme: difference.theme,
        isDecision: difference.isDecision,
        from: describeSide(difference.base),
        to: describeSide(difference.other),
        effect: orNull(effect),
        standardError: orNull(standardError),
        remark,
      }));
    }),
    outcomes: outcomes.rows.map((row) => describeRow(row, files)),
    bridge: hasBridge ? (described[0] ?? null) : null,
    ...(hasBridge && described.length > 1 ? { bridges: described } : {}),
  };
}

function describeFile({ file, run }: ComparedFile) {
  return { file, title: run.title, hash: run.hash, seed: run.seed };
}

function describeSide({ text, standing, provenance }: DifferenceSide) {
  const { source = null, date = null, status = null, confidence = null } = provenance ?? {};
  return { text, standing, source, date, status, confidence };
}

function describeBridge(bridge: Bridge) {
  const { measure, at, statistic, draws, fullDraws, from, to, interaction, isExact, parts } = bridge;
  return {
    measure: measure.id,
    unit: measure.unit,
    at: monthCode(at),
    of: statistic,
    draws,
    fullDraws,
    from: orNull(from),
    to: orNull(to),
    standardError: orNull(bridge.differenceError),
    interaction: orNull(interaction),
    isExact,
    parts: parts.map(({ input, label, effect, standardError, alone, last }) => ({
      input,
      label,
      effect: orNull(effect),
      standardError: orNull(standardError),
      alone: orNull(alone),
      last: orNull(last),
    })),
    withoutEffect: bridge.idle,
  };
}

function describeRow({ measure, at, cells, pairs }: OutcomeRow, files: readonly ComparedFile[]) {
  return {
    measure: measure.id,
    label: measure.label,
    unit: measure.unit,
    at: monthCode(at),
    scenarios: cells.map((cell, place) => ({
      file: files[place]?.file,
      central: orNull(cell.central),
      mean: orNull(cell.mean),
      standardError: orNull(cell.meanError),
      p5: orNull(cell.p5),
      p50: orNull(cell.p50),
      p95: orNull(cell.p95),
      answered: orNull(cell.answered),
      change: describePair(pairs[place] ?? null, cells.find((_, other) => pairs[other] === null)?.mean),
    })),
  };
}

function describePair(pair: OutcomeRow['pairs'][number], baseMean: number | undefined) {
  if (pair === null) return null;
  return {
    central: orNull(pair.central),
    mean: orNull(pair.mean),
    standardError: orNull(pair.meanError),
    unpairedStandardError: orNull(pair.unpairedError),
    relative: orNull(pair.mean / Math.abs(baseMean ?? Number.NaN)),
    p5: orNull(pair.p5),
    p50: orNull(pair.p50),
    p95: orNull(pair.p95),
    probabilityHigher: orNull(pair.higher),
    probabilityHigherError: orNull(pair.higherError),
    answered: orNull(pair.answered),
  };
}
