import { isAlike } from '#shared/base/is-alike.ts';
import type { Value } from '../value.ts';
import type { Assumption, Decoding } from './decoding.ts';
import type { Effect, NamedThing, Use } from './effects.ts';
import { decodeReferring } from './quantity.ts';

/** What is needed to find out whether a scenario still answers as it did. */
export interface Trial {
  /** A decoding whose reports nobody hears. */
  readonly d: Decoding;
  /** What has been done so far; what is repeated is added. */
  readonly effects: Effect[];
  readonly names: Readonly<Record<NamedThing, ReadonlySet<string>>>;
  /** How many reports there were. */
  readonly reports: () => number;
}

/** Whether everything is as it was, or gives the same from assumptions that stand elsewhere, or gives something else. */
type Repeated = 'the same' | 'renewed' | 'otherwise';

interface Touched {
  readonly assumption: Assumption;
  readonly value: Value | null;
  readonly isBroken: boolean;
}

/** Does again what decoding a node did to the rest of a scenario; where that would come out otherwise, nothing. */
export function repeatEffects(trial: Trial, before: readonly Effect[]): Repeated {
  const { d, effects, names } = trial;
  const from = effects.length;
  const touched: Touched[] = [];
  let repeated: Repeated = 'the same';
  for (const effect of before) {
    let again: Effect | null = effect;
    if (effect.kind === 'looked' && !names[effect.to].has(effect.name)) again = null;
    if (effect.kind === 'use') {
      const assumption = d.assumption(effect.key);
      if (assumption !== null)
        touched.push({ assumption, value: assumption.value, isBroken: assumption.isBroken });
      again = assumption && referAgain(trial, assumption, effect);
    }
    if (again === null) {
      effects.length = from;
      for (const { assumption, value, isBroken } of touched.reverse()) {
        assumption.value = value;
        assumption.isBroken = isBroken;
      }
      return 'otherwise';
    }
    if (again !== effect) repeated = 'renewed';
    effects.push(again);
  }
  return repeated;
}

function referAgain(trial: Trial, assumption: Assumption, use: Use): Use | null {
  const { d, effects } = trial;
  const before = assumption.value;
  if (before !== null && before === use.before) {
    assumption.value = use.after;
    return use;
  }
  if (before !== null && use.before !== null && use.after !== null && isMoved(before, use.before)) {
    assumption.value = { ...use.after, place: before.place };
    return { ...use, before, after: assumption.value };
  }
  const [from, reportsBefore] = [effects.length, trial.reports()];
  const gave = decodeReferring(d, use.shape, use.node, use.here);
  effects.length = from;
  if (trial.reports() > reportsBefore || !isAlike(gave, use.gave)) return null;
  // Whoever refers to it later then finds it as it was left the time before.
  if (isAlike(assumption.value, use.after)) assumption.value = use.after;
  return { ...use, before, after: assumption.value };
}

/** Whether an assumption says what it said, at another place. Figures reported for it have places too, which matter. */
function isMoved(now: Value, before: Value): boolean {
  if (now.provenance.reported.length > 0) return false;
  for (const key in now) {
    const field = key as keyof Value;
    if (field !== 'place' && !isAlike(now[field], before[field])) return false;
  }
  return true;
}
