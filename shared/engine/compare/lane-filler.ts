import { type Outcome, ok } from '#shared/base/outcome.ts';
import type { MakeKernel } from '../kernel.ts';
import type { Input } from '../plan/input.ts';
import type { SamplingFault } from '../random/sampling-fault.ts';
import type { CoalitionModel, Coalitions, PlanVariant } from './coalition-model.ts';
import { type ComponentBlocks, componentBlocks } from './component-blocks.ts';
import { componentsOf } from './components.ts';
import type { CoalitionFigures } from './drawn-coalitions.ts';
import { figurePlan } from './figure-plan.ts';

/** Computes coalitions of one plan for a few draws at a time. */
export interface LaneFiller {
  readonly compute: (
    fromDraw: number,
    count: number,
    figures: CoalitionFigures,
  ) => Outcome<undefined, SamplingFault>;
}

/** One figure per lane needs little memory, so more lanes than in a whole simulation fit the cache. */
const lanes = 256;
/** Coalitions are recognised as alike by a table of all combinations, up to so many players. */
const mostRecognised = 16;

/** The values of a component, in the state a coalition is in. */
interface Part {
  readonly blocks: ComponentBlocks;
  /** State of the component in each coalition of the group. */
  readonly states: Int32Array;
  /** Places among its slots that differ from lane to lane. */
  readonly varying: readonly number[];
  /** Bits, in the masks of the coalitions, of the players that touch it. */
  readonly players: number;
}

/** Sets up the kernel and the draws of one plan; `members` lists the coalitions that have it. */
export function createLaneFiller(
  makeKernel: MakeKernel,
  model: CoalitionModel,
  variant: PlanVariant,
  coalitions: Coalitions,
  members: readonly number[],
  width: number,
): LaneFiller {
  const { plan, swaps, measure, month } = variant;
  const kernel = makeKernel(figurePlan(plan, measure ?? '', month), lanes, [measure ?? '']);
  const numbers = model.players.length - model.structural;
  const isRecognised = numbers <= mostRecognised;
  const takesPart = (coalition: number, player: number) =>
    coalitions.members[coalition * model.players.length + player] === 1;
  const masks = Int32Array.from(members, (coalition) => {
    let mask = 0;
    for (let bit = 0; bit < Math.min(numbers, mostRecognised); bit++)
      if (takesPart(coalition, model.structural + bit)) mask |= 1 << bit;
    return mask;
  });
  const bitOf = (player: number) => (isRecognised ? 1 << (player - model.structural) : 0);
  const parts = componentsOf(plan, swaps).map((component): Part => {
    const states = Int32Array.from(members, (coalition) =>
      component.swaps.reduce(
        (state, { player }, at) => state | (takesPart(coalition, player) ? 1 << at : 0),
        0,
      ),
    );
    const players = component.swaps.reduce((mask, { player }) => mask | bitOf(player), 0);
    const isVarying = ({ distribution }: Input) =>
      component.swaps.length > 0 || distribution.kind !== 'constant';
    const varying = [...component.slots.keys()].filter((at) => isVarying(plan.inputs[component.slots[at]]));
    return { blocks: componentBlocks(model, plan, component, width), states, varying, players };
  });
  fillConstants(plan.inputs, kernel.values);
  const laneOf = new Int32Array(isRecognised ? 1 << numbers : 0);
  const laneStamp = new Int32Array(laneOf.length);
  let stamp = 0;

  function compute(
    fromDraw: number,
    count: number,
    figures: CoalitionFigures,
  ): Outcome<undefined, SamplingFault> {
    for (const { blocks } of parts) blocks.move(fromDraw);
    const drawn = valuesByState(parts);
    if (!drawn.ok) return drawn;
    const waiting: { coalition: number[]; draw: number[]; lane: number[] } = {
      coalition: [],
      draw: [],
      lane: [],
    };
    let used = 0;
    const flush = (): void => {
      if (waiting.lane.length > 0) kernel.run();
      waiting.lane.forEach((lane, at) => {
        figures.values[waiting.coalition[at] * figures.draws + waiting.draw[at]] =
          kernel.results[0][month * lanes + lane];
      });
      waiting.coalition = [];
      waiting.draw = [];
      waiting.lane = [];
      used = 0;
      stamp += 1;
    };
    for (let at = 0; at < count; at++) {
      stamp += 1;
      const moot: number = isRecognised ? mootPlayers(parts, drawn.value, at, width) : 0;
      for (let row = 0; row < members.length; row++) {
        const effective = masks[row] & ~moot;
        const isKnown = isRecognised && laneStamp[effective] === stamp;
        if (!isKnown) {
          if (used === lanes) flush();
          fill(drawn.value, row, at, used);
          if (isRecognised) {
            laneOf[effective] = used;
            laneStamp[effective] = stamp;
          }
          used += 1;
        }
        waiting.coalition.push(members[row]);
        waiting.draw.push(fromDraw + at);
        waiting.lane.push(isKnown ? laneOf[effective] : used - 1);
      }
    }
    flush();
    return ok(undefined);
  }

  function fill(drawn: DrawnValues, row: number, draw: number, lane: number): void {
    parts.forEach(({ blocks, states, varying }, part) => {
      const values = drawn[part].get(states[row]) ?? noValues;
      const { slots } = blocks.component;
      for (const place of varying) {
        kernel.values[slots[place] * lanes + lane] = values[place * width + draw];
      }
    });
  }

  return { compute };
}

/** Writes inputs that never change to all lanes, once. */
function fillConstants(inputs: readonly Input[], values: Float64Array): void {
  for (const [slot, { distribution }] of inputs.entries()) {
    if (distribution.kind === 'constant') values.fill(distribution.value, slot * lanes, (slot + 1) * lanes);
  }
}

/** For each component, its values by state. */
type DrawnValues = readonly ReadonlyMap<number, Float64Array>[];

const noValues = new Float64Array(0);

function valuesByState(parts: readonly Part[]): Outcome<DrawnValues, SamplingFault> {
  const result: Map<number, Float64Array>[] = [];
  for (const { blocks, states } of parts) {
    const byState = new Map<number, Float64Array>();
    for (const state of new Set(states)) {
      const values = blocks.values(state);
      if (!values.ok) return values;
      byState.set(state, values.value);
    }
    result.push(byState);
  }
  return ok(result);
}

/** Players that make no difference in a draw, because their numbers happen to be the same on both sides. */
function mootPlayers(parts: readonly Part[], drawn: DrawnValues, draw: number, width: number): number {
  let moot = 0;
  let live = 0;
  parts.forEach(({ players, blocks }, part) => {
    if (players === 0) return;
    const { slots } = blocks.component;
    const states = [...drawn[part].values()];
    const isSame = slots.every((_, place) => {
      const at = place * width + draw;
      return states.every((values) => values[at] === states[0][at]);
    });
    if (isSame) moot |= players;
    else live |= players;
  });
  return moot & ~live;
}
