import { type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { REPLICATES } from '#shared/engine/random/replicates.ts';
import type { Bridge, BridgeStatistic } from '#shared/scenario/compare/bridge.ts';
import { numbersIn, type SharedRegion } from '../draw-memory.ts';
import { lendMemory, tooLarge } from '../lend-memory.ts';
import type { ModelJobs } from '../model-jobs.ts';
import type { Stretch } from '../rounds.ts';
import type { Runner } from '../runner.ts';
import type { Stop } from '../stop.ts';
import { runPieces } from '../stretches.ts';
import type { BridgeWish } from './compare-jobs.ts';

/** A bridge asked for; without a number of draws, as many as fit a few seconds. */
export interface BridgeRequest extends Omit<BridgeWish, 'draws'> {
  readonly statistic: BridgeStatistic;
  readonly draws?: number | undefined;
}

/** How whoever asked can stop it and hear of it. */
export interface BridgeControl {
  readonly stop: Stop;
  readonly onProgress: (fraction: number) => void;
}

const usualDraws = 2_000;
const fewestDraws = 256;
/** Runs of the model that a second or two have room for. */
const affordableRuns = 131_072;
/** A percentile needs all combinations on every draw. */
const affordableRunsOfPercentile = 524_288;
/** Runs of the model in one job, and the draws it takes at least, a multiple of those that are looked at together. */
const runsOfPiece = 32_768;
const drawsOfPiece = 64;
const mostDrawsOfPiece = 1_024;
/** Whoever waits can stop it; this is only for what never ends. */
const limitMilliseconds = 600_000;
/** Pieces handed over together; between two batches a wish to stop is heard even where there is one thread. */
const piecesPerThread = 4;

/** Divides the difference of two scenarios among their changed inputs, on as many threads as there are. */
export async function buildBridge(
  runner: Runner<ModelJobs>,
  { statistic, draws, ...asked }: BridgeRequest,
  { stop, onProgress }: BridgeControl,
): Promise<Outcome<Bridge, Fault>> {
  const central: BridgeWish = { ...asked, draws: 0 };
  if (statistic === 'central') {
    const options = { stop, onProgress, limitMilliseconds, urgency: 'now' } as const;
    return runner.run('centralBridge', central, options);
  }
  const probe: BridgeWish = { ...asked, draws: draws ?? usualDraws };
  const size = await runner.run('bridgeSize', probe, { stop });
  if (!size.ok) return size;
  const { coalitions } = size.value;
  const isMean = statistic === 'mean';
  const room = Math.floor((isMean ? affordableRuns : affordableRunsOfPercentile) / coalitions);
  const fitting = Math.max(fewestDraws, room - (room % REPLICATES));
  const wish: BridgeWish = {
    ...asked,
    draws: draws ?? (isMean ? usualDraws : Math.min(usualDraws, fitting)),
  };
  const fullDraws = isMean ? Math.min(wish.draws, fitting) : wish.draws;
  const bytes = coalitions * wish.draws * Float64Array.BYTES_PER_ELEMENT;
  const affordable = Math.floor(runner.memory.ceilingBytes / (coalitions * Float64Array.BYTES_PER_ELEMENT));
  const who = `${wish.draws} draws of ${coalitions} combinations of changed inputs`;
  const advice = `Ask for ${affordable} draws or fewer, or group the inputs.`;
  const refusal = (): Fault => tooLarge(runner.memory, who, bytes, advice);
  return lendMemory(runner.memory, { bytes, stop, refusal }, (figures) =>
    bridgeOverDraws(runner, { wish, coalitions, fullDraws, statistic, figures }, { stop, onProgress }),
  );
}

interface DrawnWork {
  readonly wish: BridgeWish;
  readonly coalitions: number;
  readonly fullDraws: number;
  readonly statistic: Exclude<BridgeStatistic, 'central'>;
  readonly figures: SharedRegion;
}

async function bridgeOverDraws(
  runner: Runner<ModelJobs>,
  { wish, coalitions, fullDraws, statistic, figures }: DrawnWork,
  { stop, onProgress }: BridgeControl,
): Promise<Outcome<Bridge, Fault>> {
  // What no draw fills is zero, whatever the memory was used for before.
  numbersIn(figures).fill(0);
  const pieces = piecesOf(wish.draws, fullDraws, coalitions).map(({ from, to }) => ({
    wish,
    figures,
    fullDraws,
    from,
    to,
  }));
  const atOnce = runner.threads * piecesPerThread;
  for (let first = 0; first < pieces.length; first += atOnce) {
    const batch = pieces.slice(first, first + atOnce);
    const drawn = await runPieces(
      runner,
      'drawBridge',
      batch,
      stop,
      (fraction) => onProgress((first + fraction * batch.length) / pieces.length),
      limitMilliseconds,
    );
    if (!drawn.ok) return drawn;
  }
  const bridge = await runner.run('drawnBridge', { wish, figures, fullDraws, statistic }, { stop });
  return bridge.ok ? ok(bridge.value) : bridge;
}

/** Cuts the draws so that no job takes long: few where all combinations are computed, more behind. */
function piecesOf(draws: number, fullDraws: number, coalitions: number): readonly Stretch[] {
  const size = (runs: number): number =>
    Math.min(
      mostDrawsOfPiece,
      Math.max(drawsOfPiece, Math.floor(runs / coalitions / drawsOfPiece) * drawsOfPiece),
    );
  const pieces: Stretch[] = [];
  for (let from = 0; from < draws; ) {
    const isFull = from < fullDraws;
    const end = isFull ? Math.min(fullDraws, from + size(runsOfPiece)) : from + size(runsOfPiece * 8);
    const to = Math.min(draws, end);
    pieces.push({ from, to });
    from = to;
  }
  return pieces;
}
