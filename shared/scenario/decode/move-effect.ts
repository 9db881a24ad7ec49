import type { Shift } from '../text/shift.ts';
import { shiftPlace, shiftScalar } from '../text/shift.ts';
import type { Effect } from './effects.ts';
import type { Mover } from './move-decoded.ts';

/** Moves what decoding a node did to where the node stands now. What an assumption was is of another place, and stays. */
export function moveEffect(effect: Effect, mover: Mover, shift: Shift): Effect {
  switch (effect.kind) {
    case 'looked':
      return effect;
    case 'noted':
      return { kind: 'noted', value: mover.value(effect.value) };
    case 'use': {
      const { gave, here, node, before } = effect;
      const hasFigures = gave !== undefined && gave.provenance.reported.length > 0;
      return {
        ...effect,
        node: shiftScalar(node, shift),
        here: { ...here, keyPlace: shiftPlace(here.keyPlace, shift), reported: null },
        // Figures stand where the assumption does, which may have moved otherwise: then it is to be referred to anew.
        before: hasFigures ? null : before,
        gave: gave && mover.value(gave),
      };
    }
  }
}
