import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import { REPLICATES } from '#shared/engine/random/replicates.ts';
import type { Bridge, BridgeStatistic } from '#shared/scenario/compare/bridge.ts';
import type { ModelJobs } from '../model-jobs.ts';
import type { Stretch } from '../rounds.ts';
import type { Runner } from '../runner.ts';
import { sampleCeilingBytes } from '../shared-samples.ts';
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
/** Draws of one job: a multiple of the draws that are looked at together. */
const chunk = 256;
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
    return runner.run('centralBridge', central, { stop, onProgress, urgency: 'now' });
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
  if (bytes > sampleCeilingBytes) return fail(tooLarge(coalitions, wish.draws));
  const figures = new SharedArrayBuffer(bytes);
  const pieces = chunksOf(wish.draws).map(({ from, to }) => ({ wish, figures, fullDraws, from, to }));
  const atOnce = runner.threads * piecesPerThread;
  for (let first = 0; first < pieces.length; first += atOnce) {
    const batch = pieces.slice(first, first + atOnce);
    const drawn = await runPieces(runner, 'drawBridge', batch, stop, (fraction) =>
      onProgress((first + fraction * batch.length) / pieces.length),
    );
    if (!drawn.ok) return drawn;
  }
  const bridge = await runner.run('drawnBridge', { wish, figures, fullDraws, statistic }, { stop });
  return bridge.ok ? ok(bridge.value) : bridge;
}

function chunksOf(draws: number): readonly Stretch[] {
  return Array.from({ length: Math.ceil(draws / chunk) }, (_, at) => ({
    from: at * chunk,
    to: Math.min(draws, (at + 1) * chunk),
  }));
}

function tooLarge(coalitions: number, draws: number): Fault {
  const affordable = Math.floor(sampleCeilingBytes / (coalitions * Float64Array.BYTES_PER_ELEMENT));
  const message =
    `${draws} draws of ${coalitions} combinations of changed inputs need more memory than there is; ` +
    `ask for ${affordable} draws or fewer, or group the inputs.`;
  return { kind: 'too-large', message };
}
