import { fail, type Outcome, ok } from '#shared/base/outcome.ts';
import type { Fault } from '#shared/contract/fault.ts';
import type { BridgeFault, BridgeModel } from '#shared/scenario/compare/bridge-model.ts';
import { bridgeModel } from '#shared/scenario/compare/bridge-model.ts';
import { compareScenarios } from '#shared/scenario/compare/compare-scenarios.ts';
import type { InputDifference } from '#shared/scenario/compare/difference.ts';
import { type ReadSide, readSide } from '#shared/scenario/compare/read-side.ts';
import type { KeyedSource } from '../keyed-source.ts';
import { createRecent } from '../recent.ts';
import type { BridgeWish } from './compare-jobs.ts';
import { namedFault } from './named-fault.ts';

/** What a thread remembers of scenarios that are compared, so that each is read once. */
export interface Sides {
  readonly differences: (base: KeyedSource, other: KeyedSource) => Outcome<readonly InputDifference[], Fault>;
  readonly bridge: (wish: BridgeWish) => Outcome<BridgeModel, Fault>;
}

/** Enough for a comparison of six. */
const keptSides = 8;
const keptBridges = 3;

/** Makes the memory of one thread. */
export function createSides(): Sides {
  const sides = createRecent<Outcome<ReadSide, Fault>>(keptSides);
  const pairs = createRecent<readonly InputDifference[]>(keptSides);
  const bridges = createRecent<Outcome<BridgeModel, Fault>>(keptBridges);

  function side({ hash, source }: KeyedSource): Outcome<ReadSide, Fault> {
    return sides.get(hash, () => {
      const read = readSide(source);
      if (read.ok) return read;
      return fail(namedFault(source.id, { kind: 'invalid-scenario', problems: read.error }));
    });
  }

  function both(base: KeyedSource, other: KeyedSource): Outcome<readonly [ReadSide, ReadSide], Fault> {
    const one = side(base);
    if (!one.ok) return one;
    const two = side(other);
    return two.ok ? ok([one.value, two.value]) : two;
  }

  function differences(base: KeyedSource, other: KeyedSource): Outcome<readonly InputDifference[], Fault> {
    const pair = both(base, other);
    if (!pair.ok) return pair;
    return ok(pairs.get(`${base.hash} ${other.hash}`, () => compareScenarios(...pair.value)));
  }

  return {
    differences,
    bridge: (wish) => {
      const { base, other, figure, grouping, draws } = wish;
      const name = JSON.stringify([base.hash, other.hash, figure, grouping, draws]);
      return bridges.get(name, () => {
        const pair = both(base, other);
        if (!pair.ok) return pair;
        const found = differences(base, other);
        if (!found.ok) return found;
        const made = bridgeModel(...pair.value, found.value, figure, grouping, draws);
        return made.ok ? made : fail(bridgeFault(made.error));
      });
    },
  };
}

function bridgeFault({ message }: BridgeFault): Fault {
  return { kind: 'refused', message };
}
