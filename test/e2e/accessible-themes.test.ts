import { afterEach, describe, expect, it } from 'vitest';
import { barriersInAllThemes, faultsOf } from './support/barriers.ts';
import { type Bench, openBench } from './support/bench.ts';
import { compareScreens, dialogScreens, workScreens } from './support/screens.ts';

let bench: Bench;
/** Looking at thirty screens takes a busy machine minutes. */
const tour = { timeout: 900_000 };

afterEach(() => bench?.close());

describe('every screen and dialog', () => {
  it.each([
    ['of the work', [...workScreens, ...dialogScreens]],
    ['of a comparison', compareScreens],
  ])('%s has no serious barrier in any theme', tour, async (_, screens) => {
    bench = await openBench();
    expect(await faultsOf(bench.page, screens, barriersInAllThemes)).toEqual({});
  });
});
