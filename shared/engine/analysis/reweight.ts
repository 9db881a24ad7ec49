import { fail, type Outcome, ok } from '#shared/base/outcome.ts';

/** One dated observation of a measure, with the draws of that measure at its month. */
export interface Observation {
  /** For messages, such as `spend.billed 2026-05`. */
  readonly name: string;
  readonly value: number;
  /** Standard deviation of what the observation and the model may differ by, in the units of the measure, > 0. */
  readonly error: number;
  readonly samples: Float64Array;
}

/** Draws weighted by how well they fit what was observed. */
export interface Reweighting {
  /** One weight per draw, ≥ 0, summing to 1. */
  readonly weights: Float64Array;
  /** Number of equally weighted draws that would tell as much: 1 / Σ w². */
  readonly effectiveDraws: number;
  /** Where each observation lies in the fan before weighting: the share of draws below it. */
  readonly placeInFan: readonly number[];
}

/** Why draws cannot be re-weighted. */
export interface ReweightFault {
  readonly code: 'bad-observation' | 'collapsed';
  readonly message: string;
  readonly effectiveDraws: number;
  /** Name of the observation to look at first. */
  readonly observation: string | null;
  /** Where each observation lies in the fan: the share of draws below it. */
  readonly placeInFan: readonly number[];
}

/** Fewer effective draws than this cannot carry percentiles. */
export const FEWEST_EFFECTIVE_DRAWS = 50;

/**
 * Weighs every draw by the likelihood of the observations given it, taking their errors as independent and normal. A draw without an
 * answer where there is an observation gets no weight. Refuses when the effective number of draws falls below 50.
 * Source: importance weights with the effective sample size of Kong (1992).
 */
export function reweight(
  observations: readonly Observation[],
  draws: number,
): Outcome<Reweighting, ReweightFault> {
  const placeInFan = observations.map(({ value, samples }) => shareBelow(samples, draws, value));
  const bad = observations.find(({ value, error }) => !Number.isFinite(value) || !(error > 0));
  if (bad !== undefined) {
    const message =
      `The observation of ${bad.name} is ${bad.value} with error ${bad.error}; ` +
      'a number and an error above 0 are expected.';
    return fail({ code: 'bad-observation', message, effectiveDraws: 0, observation: bad.name, placeInFan });
  }
  const logLikelihood = new Float64Array(draws);
  for (const { value, error, samples } of observations) {
    for (let draw = 0; draw < draws; draw++) {
      const away = (samples[draw] - value) / error;
      logLikelihood[draw] -= Number.isNaN(away) ? Number.POSITIVE_INFINITY : 0.5 * away * away;
    }
  }
  const best = logLikelihood.reduce((most, one) => Math.max(most, one), Number.NEGATIVE_INFINITY);
  const raw = logLikelihood.map((one) => (best === Number.NEGATIVE_INFINITY ? 0 : Math.exp(one - best)));
  const sum = raw.reduce((total, one) => total + one, 0);
  const square = raw.reduce((total, one) => total + one * one, 0);
  const effectiveDraws = sum > 0 ? (sum * sum) / square : 0;
  if (effectiveDraws < FEWEST_EFFECTIVE_DRAWS) {
    return fail({ ...collapsed(observations, draws, effectiveDraws), placeInFan });
  }
  return ok({
    weights: raw.map((one) => one / sum),
    effectiveDraws,
    placeInFan,
  });
}

function collapsed(
  observations: readonly Observation[],
  draws: number,
  effectiveDraws: number,
): Omit<ReweightFault, 'placeInFan'> {
  const worst = observations.reduce<{ name: string; distance: number } | null>((found, one) => {
    const distance = distanceFromMiddle(one, draws);
    return found === null || distance > found.distance ? { name: one.name, distance } : found;
  }, null);
  const what = observations.length === 1 ? 'the observation' : `the ${observations.length} observations`;
  const message =
    `Only ${Math.floor(effectiveDraws)} of ${draws} draws fit ${what} ` +
    `(effective sample size; at least ${FEWEST_EFFECTIVE_DRAWS} are needed), so no percentiles are given. ` +
    `The fan is farthest from ${worst?.name ?? 'them'}: widen the distributions behind it, allow larger errors, ` +
    'or make more draws.';
  return { code: 'collapsed', message, effectiveDraws, observation: worst?.name ?? null };
}

/** Distance of an observation from the middle of the draws, in standard errors of both. */
function distanceFromMiddle({ value, error, samples }: Observation, draws: number): number {
  let [count, mean, square] = [0, 0, 0];
  for (let draw = 0; draw < draws; draw++) {
    if (Number.isNaN(samples[draw])) continue;
    count += 1;
    const away = samples[draw] - mean;
    mean += away / count;
    square += away * (samples[draw] - mean);
  }
  if (count === 0) return Number.POSITIVE_INFINITY;
  return Math.abs(value - mean) / Math.sqrt(square / count + error * error);
}

function shareBelow(samples: Float64Array, draws: number, value: number): number {
  let [below, answers] = [0, 0];
  for (let draw = 0; draw < draws; draw++) {
    if (Number.isNaN(samples[draw])) continue;
    answers += 1;
    if (samples[draw] < value) below += 1;
    else if (samples[draw] === value) below += 0.5;
  }
  return below / answers;
}
