import {
  type PairedFigures,
  pairedDifferences,
  pairedFigures,
} from '#shared/engine/compare/paired-figures.ts';
import type { RunControl } from '#shared/engine/control.ts';
import type { MeasureInfo } from '#shared/engine/projection.ts';
import { samplesAt } from '#shared/engine/sample-store.ts';
import { bandsOf } from '#shared/engine/summary/bands.ts';
import { histogramOf } from '#shared/engine/summary/histogram.ts';
import { type BridgeFigure, monthIn } from '#shared/scenario/compare/bridge-model.ts';
import type { OutcomeCell, OutcomeRow, PairCell, PairDistribution } from '#shared/view/compare/outcomes.ts';
import { numbersIn } from '../draw-memory.ts';
import { storeOf } from '../shared-samples.ts';
import type { CompareJobs, DrawnScenario } from './compare-jobs.ts';

/** Sums up scenarios side by side from draws that have been made and summed up one by one; null when cancelled. */
export function outcomeRows(
  { scenarios, base, done, rows, focus }: CompareJobs['outcomes']['input'],
  control: RunControl,
): CompareJobs['outcomes']['output'] | null {
  const summarise = pairedFigures(done);
  const found: OutcomeRow[] = [];
  for (const figure of rows) {
    if (control.isCancelled()) return null;
    const measure = infoOf(scenarios, figure.measure);
    if (measure === null) continue;
    const places = scenarios.map((scenario) => placeOf(scenario, figure));
    const cells = scenarios.map((scenario, at) => cellOf(scenario, places[at] ?? null));
    const samples = scenarios.map((scenario, at) => samplesOf(scenario, places[at] ?? null, done));
    const baseCell = cells[base];
    const baseSamples = samples[base];
    const pairs = scenarios.map((_, at): PairCell | null => {
      const [cell, own] = [cells[at], samples[at]];
      if (at === base || !cell || !baseCell) return null;
      return pairOf(cell, baseCell, own && baseSamples ? summarise(own, baseSamples) : null);
    });
    found.push({ measure, at: figure.at, cells, pairs });
  }
  return { rows: found, focus: focus && distributionOf(scenarios, base, done, focus) };
}

interface Place {
  readonly measure: number;
  readonly month: number;
}

function placeOf({ infos, start, shared }: DrawnScenario, figure: BridgeFigure): Place | null {
  const measure = infos.findIndex(({ id }) => id === figure.measure);
  const month = monthIn({ start, months: shared.layout.months }, figure.at);
  return measure < 0 || Number.isNaN(month) ? null : { measure, month };
}

function cellOf({ shared, central }: DrawnScenario, place: Place | null): OutcomeCell {
  if (place === null) return nothing;
  const { measure, month } = place;
  const bands = bandsOf(numbersIn(shared.bands), measure, shared.layout.months);
  const at = (values: Float64Array | undefined): number => values?.[month] ?? Number.NaN;
  return {
    central: at(central[measure]),
    mean: at(bands.mean),
    meanError: at(bands.standardError),
    p5: at(bands.p5),
    p50: at(bands.p50),
    p95: at(bands.p95),
    answered: at(bands.answered),
  };
}

function samplesOf({ shared }: DrawnScenario, place: Place | null, done: number): Float64Array | null {
  if (place === null) return null;
  const store = storeOf(shared);
  return samplesAt(store, place.measure, place.month).subarray(0, done);
}

function pairOf(cell: OutcomeCell, base: OutcomeCell, paired: PairedFigures | null): PairCell {
  return {
    central: cell.central - base.central,
    unpairedError: Math.hypot(cell.meanError, base.meanError),
    ...(paired ?? noPair),
  };
}

function distributionOf(
  scenarios: readonly DrawnScenario[],
  base: number,
  done: number,
  { measure, at }: BridgeFigure,
): PairDistribution {
  const samples = scenarios.map((scenario) => samplesOf(scenario, placeOf(scenario, { measure, at }), done));
  const own = samples[base] ?? null;
  const histograms = samples.map((one, place) =>
    place === base || one === null || own === null ? null : histogramOf(pairedDifferences(one, own)),
  );
  return { measure, at, histograms };
}

function infoOf(scenarios: readonly DrawnScenario[], id: string): MeasureInfo | null {
  for (const { infos } of scenarios) {
    const info = infos.find((one) => one.id === id);
    if (info !== undefined) return info;
  }
  return null;
}

const none = Number.NaN;
const nothing: OutcomeCell = {
  central: none,
  mean: none,
  meanError: none,
  p5: none,
  p50: none,
  p95: none,
  answered: 0,
};
const noPair: PairedFigures = {
  mean: none,
  meanError: none,
  p5: none,
  p50: none,
  p95: none,
  higher: none,
  higherError: none,
  answered: 0,
};
